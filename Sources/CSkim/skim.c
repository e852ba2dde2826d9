#include "CSkim.h"
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Every function takes where to read and gives where it stopped, or NULL where it read nothing that it vouches for.
typedef const uint8_t *at;

typedef struct {
  at start, end;
  const cskim_form *form;
  cskim_record *record;
} skim;

enum { MOST_DEPTH = 64, MOST_KEYS = 16 };

// What stands in a string beside plain ASCII.
enum { ESCAPED = 1, WIDE = 2 };

static inline at space(at p, at end) {
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) p++;
  return p;
}

// One character of two to four bytes (Unicode 15, table 3-7).
static at wide(at p, at end) {
  size_t room = (size_t)(end - p);
  uint8_t a = p[0];
  if (a < 0xC2 || a > 0xF4 || room < 2) return NULL;
  uint8_t b = p[1];
  if (a < 0xE0) return (b & 0xC0) == 0x80 ? p + 2 : NULL;
  if (room < 3 || (p[2] & 0xC0) != 0x80) return NULL;
  if (a < 0xF0) {
    uint8_t low = a == 0xE0 ? 0xA0 : 0x80, high = a == 0xED ? 0x9F : 0xBF;
    return b >= low && b <= high ? p + 3 : NULL;
  }
  uint8_t low = a == 0xF0 ? 0x90 : 0x80, high = a == 0xF4 ? 0x8F : 0xBF;
  return room >= 4 && (p[3] & 0xC0) == 0x80 && b >= low && b <= high ? p + 4 : NULL;
}

static int hexadecimal(at p) {
  int value = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t c = p[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

// Behind a backslash.
static at escape(at p, at end) {
  if (p >= end) return NULL;
  switch (*p++) {
  case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't': return p;
  case 'u': break;
  default: return NULL;
  }
  if (end - p < 4) return NULL;
  int first = hexadecimal(p);
  if (first < 0) return NULL;
  p += 4;
  if (first < 0xD800 || first > 0xDFFF) return p;
  // Half a pair means something only with the other half behind it.
  if (first > 0xDBFF || end - p < 6 || p[0] != '\\' || p[1] != 'u') return NULL;
  int second = hexadecimal(p + 2);
  return second >= 0xDC00 && second <= 0xDFFF ? p + 6 : NULL;
}

// Behind the quote that opens a string; stops behind the one that closes it.
static inline at string(at p, at end, int *has) {
  for (;;) {
#if defined(__SSE2__)
    while (end - p >= 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)p);
      // Signed, so that bytes from 0x80 on are below the space too.
      __m128i odd = _mm_or_si128(
        _mm_cmplt_epi8(block, _mm_set1_epi8(0x20)),
        _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'))));
      int mask = _mm_movemask_epi8(odd);
      if (mask) {
        p += __builtin_ctz((unsigned)mask);
        break;
      }
      p += 16;
    }
#endif
    if (p >= end) return NULL;
    uint8_t c = *p;
    if (c == '"') return p + 1;
    if (c >= 0x80) {
      *has |= WIDE;
      do {
        if (!(p = wide(p, end))) return NULL;
      } while (p < end && *p >= 0x80);
    } else if (c == '\\') {
      *has |= ESCAPED;
      if (!(p = escape(p + 1, end))) return NULL;
    } else if (c < 0x20) {
      return NULL;
    } else {
      p++;
    }
  }
}

static at digits(at p, at end) {
  at start = p;
  while (p < end && *p >= '0' && *p <= '9') p++;
  return p > start ? p : NULL;
}

static at number(at p, at end) {
  if (*p == '-') p++;
  if (p < end && *p == '0') {
    p++;
  } else if (!(p = digits(p, end))) {
    return NULL;
  }
  if (p < end && *p == '.' && !(p = digits(p + 1, end))) return NULL;
  if (p < end && (*p | 0x20) == 'e') {
    p++;
    if (p < end && (*p == '+' || *p == '-')) p++;
    if (!(p = digits(p, end))) return NULL;
  }
  return p;
}

static at word(at p, at end, const char *word, size_t length) {
  return (size_t)(end - p) >= length && memcmp(p, word, length) == 0 ? p + length : NULL;
}

// The key of a member, and the colon behind it.
static inline at key(at p, at end, cskim_span *name, at start, int *has) {
  if (p >= end || *p != '"') return NULL;
  at name_start = ++p;
  if (!(p = string(p, end, has))) return NULL;
  *name = (cskim_span){(uint32_t)(name_start - start), (uint32_t)(p - 1 - name_start)};
  p = space(p, end);
  if (p >= end || *p != ':') return NULL;
  return space(p + 1, end);
}

// Behind a value: the next member or element, or the end; `*more` says which.
static inline at next(at p, at end, uint8_t closing, bool *more) {
  p = space(p, end);
  if (p >= end) return NULL;
  *more = *p == ',';
  if (!*more) return *p == closing ? p + 1 : NULL;
  return space(p + 1, end);
}

// Any value. With `once`, every key of its objects stands once: those are few, and compared with each other.
static at value(at p, at end, int depth, bool once) {
  int has = 0;
  if (p >= end) return NULL;
  switch (*p) {
  case '"': return string(p + 1, end, &has);
  case '{': {
    if (depth >= MOST_DEPTH) return NULL;
    at start = p;
    cskim_span keys[MOST_KEYS];
    int count = 0;
    bool more = true;
    p = space(p + 1, end);
    if (p < end && *p == '}') return p + 1;
    while (more) {
      cskim_span name;
      has = 0;
      if (!(p = key(p, end, &name, start, &has))) return NULL;
      if (once) {
        // Keys of other characters may be one and the same to Unicode, and not the same bytes.
        if (has || count == MOST_KEYS) return NULL;
        for (int i = 0; i < count; i++) {
          if (keys[i].length == name.length && memcmp(start + keys[i].offset, start + name.offset, name.length) == 0) return NULL;
        }
        keys[count++] = name;
      }
      if (!(p = value(p, end, depth + 1, once)) || !(p = next(p, end, '}', &more))) return NULL;
    }
    return p;
  }
  case '[': {
    if (depth >= MOST_DEPTH) return NULL;
    bool more = true;
    p = space(p + 1, end);
    if (p < end && *p == ']') return p + 1;
    while (more) {
      if (!(p = value(p, end, depth + 1, once)) || !(p = next(p, end, ']', &more))) return NULL;
    }
    return p;
  }
  case 't': return word(p, end, "true", 4);
  case 'f': return word(p, end, "false", 5);
  case 'n': return word(p, end, "null", 4);
  case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
    return number(p, end);
  default: return NULL;
  }
}

// A string without escapes, that has not been met before.
static at text(at p, const skim *s, cskim_span *span) {
  int has = 0;
  if (p >= s->end || *p != '"' || span->offset) return NULL;
  at start = ++p;
  if (!(p = string(p, s->end, &has)) || has & ESCAPED) return NULL;
  *span = (cskim_span){(uint32_t)(start - s->start), (uint32_t)(p - 1 - start)};
  return p;
}

// Any other value, that has not been met before.
static at whole(at p, const skim *s, int depth, cskim_span *span) {
  at start = p;
  if (span->offset || !(p = value(p, s->end, depth, true))) return NULL;
  *span = (cskim_span){(uint32_t)(start - s->start), (uint32_t)(p - start)};
  return p;
}

static inline bool is(const skim *s, cskim_span name, const void *word, size_t length) {
  return name.length == length && memcmp(s->start + name.offset, word, length) == 0;
}
#define IS(word) is(s, name, word, sizeof word - 1)

static inline uint32_t slot(const uint8_t *name, size_t length) {
  uint32_t hash = (uint32_t)length * 31;
  if (length) hash += name[0] * 7u + name[length - 1] * 13u + name[length / 2] * 57u;
  return hash % CSKIM_SLOTS;
}

bool cskim_add(cskim_form *form, const uint8_t *name, size_t length) {
  int last = form->count - 1;
  size_t offset = last < 0 ? 0 : (size_t)form->offsets[last] + form->lengths[last];
  if (form->count >= CSKIM_FIELDS || length == 0 || length > CSKIM_TEXT - offset) return false;
  memcpy(form->text + offset, name, length);
  form->offsets[form->count] = (uint16_t)offset;
  form->lengths[form->count] = (uint16_t)length;
  uint32_t place = slot(name, length);
  while (form->slots[place]) place = (place + 1) % CSKIM_SLOTS;
  form->slots[place] = (uint16_t)++form->count;
  return true;
}

static int field(const skim *s, cskim_span name) {
  for (uint32_t place = slot(s->start + name.offset, name.length);; place = (place + 1) % CSKIM_SLOTS) {
    int index = s->form->slots[place];
    if (!index) return -1;
    if (is(s, name, s->form->text + s->form->offsets[index - 1], s->form->lengths[index - 1])) return index - 1;
  }
}

// The members of an object, each by `member`; whatever else stands there is not vouched for.
#define EACH_MEMBER(BODY)                                                                                              \
  if (p >= s->end || *p != '{') return NULL;                                                                           \
  p = space(p + 1, s->end);                                                                                            \
  if (p < s->end && *p == '}') return p + 1;                                                                           \
  for (bool more = true; more;) {                                                                                      \
    cskim_span name;                                                                                                   \
    int has = 0;                                                                                                       \
    if (!(p = key(p, s->end, &name, s->start, &has)) || has) return NULL;                                              \
    BODY;                                                                                                              \
    if (!p || !(p = next(p, s->end, '}', &more))) return NULL;                                                         \
  }                                                                                                                    \
  return p;

static at answer(at p, const skim *s, cskim_answer *answer) {
  if (answer->value.offset || answer->is_owed) return NULL;
  EACH_MEMBER({
    if (IS("value")) {
      p = text(p, s, &answer->value);
    } else if (IS("owed")) {
      if (answer->is_owed || p >= s->end || *p != '{') return NULL;
      answer->is_owed = true;
      p = value(p, s->end, 3, true);
    } else {
      p = value(p, s->end, 3, false);
    }
  })
}

static at answers(at p, const skim *s) {
  EACH_MEMBER({
    int index = field(s, name);
    if (index < 0 || !(p = answer(p, s, &s->record->answers[index]))) return NULL;
    // Neither a value nor a debt is no answer, which is for the reader that says so.
    if (!s->record->answers[index].value.offset && !s->record->answers[index].is_owed) return NULL;
  })
}

static at form(at p, const skim *s) {
  EACH_MEMBER({
    if (IS("name")) {
      p = text(p, s, &s->record->form_name);
    } else if (IS("version")) {
      p = whole(p, s, 2, &s->record->form_version);
    } else {
      return NULL;
    }
  })
}

static at contact(at p, const skim *s) {
  EACH_MEMBER({
    if (IS("class")) {
      p = text(p, s, &s->record->class_name);
    } else {
      p = value(p, s->end, 2, false);
    }
  })
}

static at created(at p, const skim *s) {
  EACH_MEMBER({
    if (IS("at")) {
      p = text(p, s, &s->record->begun);
    } else {
      p = value(p, s->end, 2, false);
    }
  })
}

static at origin(at p, const skim *s) {
  bool has_simulated = false;
  EACH_MEMBER({
    if (IS("kindergarten")) {
      p = text(p, s, &s->record->kindergarten);
    } else if (IS("division")) {
      p = text(p, s, &s->record->division);
    } else if (IS("simulated")) {
      if (has_simulated) return NULL;
      has_simulated = true;
      s->record->is_simulated = p < s->end && *p == 't';
      p = s->record->is_simulated ? word(p, s->end, "true", 4) : word(p, s->end, "false", 5);
    } else {
      return NULL;
    }
  })
}

static at top(at p, const skim *s) {
  cskim_record *r = s->record;
  bool has_answers = false;
  bool has_form = false;
  bool has_contact = false;
  bool has_origin = false;
  bool has_created = false;
  EACH_MEMBER({
    if (IS("history")) {
      p = value(p, s->end, 1, false);
    } else if (IS("answers")) {
      if (has_answers) return NULL;
      has_answers = true;
      p = answers(p, s);
    } else if (IS("id")) {
      p = text(p, s, &r->id);
    } else if (IS("status")) {
      p = text(p, s, &r->status);
    } else if (IS("format")) {
      p = text(p, s, &r->format);
    } else if (IS("form")) {
      if (has_form) return NULL;
      has_form = true;
      p = form(p, s);
    } else if (IS("revision")) {
      p = whole(p, s, 1, &r->revision);
    } else if (IS("accepted")) {
      if (p >= s->end || *p != '[') return NULL;
      p = whole(p, s, 1, &r->accepted);
    } else if (IS("contact")) {
      if (has_contact) return NULL;
      has_contact = true;
      p = contact(p, s);
    } else if (IS("created")) {
      if (has_created) return NULL;
      has_created = true;
      p = created(p, s);
    } else if (IS("origin")) {
      if (has_origin) return NULL;
      has_origin = true;
      p = origin(p, s);
    } else {
      p = value(p, s->end, 1, false);
    }
  })
}

bool cskim_read(const uint8_t *bytes, size_t count, const cskim_form *form, cskim_record *record) {
  // So short that no reader's limit on how many values there are is met.
  if (count > 1 << 19) return false;
  memset(record, 0, offsetof(cskim_record, answers) + sizeof(cskim_answer) * (size_t)form->count);
  skim s = {bytes, bytes + count, form, record};
  at p = top(space(bytes, s.end), &s);
  return p && space(p, s.end) == s.end && record->format.offset;
}
