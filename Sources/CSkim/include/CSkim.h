#ifndef CSKIM_H
#define CSKIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// As many fields as a form may have to be skimmed.
#define CSKIM_FIELDS 128
/// The slots that the fields' names are looked up in.
#define CSKIM_SLOTS 512

/// The room for all their names.
#define CSKIM_TEXT 8192

/// The names of a form's fields, for looking up by their bytes.
typedef struct {
  uint8_t text[CSKIM_TEXT];
  uint16_t offsets[CSKIM_FIELDS];
  uint16_t lengths[CSKIM_FIELDS];
  uint16_t slots[CSKIM_SLOTS];
  int count;
} cskim_form;

/// Bytes of the text: of a string what stands between its quotes. The offset is 0 where there is nothing.
typedef struct {
  uint32_t offset;
  uint32_t length;
} cskim_span;

typedef struct {
  cskim_span value;
  bool is_owed;
} cskim_answer;

/// What a check wants of a record.
typedef struct {
  cskim_span format, id, status, form_name, form_version, revision, accepted, class_name, kindergarten, division, begun;
  bool is_simulated;
  cskim_answer answers[CSKIM_FIELDS];
} cskim_record;

/// Adds the next field's name; false where it finds no room.
bool cskim_add(cskim_form *form, const uint8_t *name, size_t length);

/// Reads one record in one pass, and says where what is wanted of it stands.
///
/// False says nothing about the text: it may be no JSON, no record, or only out of the ordinary, as an escape in a
/// value is. Whatever it reads it has checked as strictly as the reader of JSON does, and that reads the same in it.
bool cskim_read(const uint8_t *bytes, size_t count, const cskim_form *form, cskim_record *record);

#endif
