// Reads anything as a record, with the sanitizers watching: see Tests/Proofs/skim.
#include "CSkim.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static cskim_form form;
  static const char *names[] = {"name", "sex", "id_number", "address", "guardian_id_number"};
  while (form.count < 5) cskim_add(&form, (const uint8_t *)names[form.count], strlen(names[form.count]));
  // A copy of its own length, so that one byte too far is seen.
  uint8_t *copy = malloc(count ? count : 1);
  memcpy(copy, bytes, count);
  cskim_record record;
  if (cskim_read(copy, count, &form, &record)) {
    const cskim_span spans[] = {record.format, record.id, record.status, record.form_name, record.form_version,
                                record.accepted, record.answers[0].value, record.answers[4].value};
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
      if ((size_t)spans[i].offset + spans[i].length > count) abort();
    }
  }
  free(copy);
  return 0;
}
