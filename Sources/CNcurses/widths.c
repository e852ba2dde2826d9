#define _XOPEN_SOURCE 700
#include "CNcurses.h"

#include <locale.h>
#include <wchar.h>
#include <wctype.h>

// The C library of Debian 12 does not know the hanzi of Unicode 13 and later (Extensions H and I), which occur in
// registered names: ncurses would print a blank for them. Every character of planes 2 and 3 is a hanzi of two columns,
// so both functions are replaced here, for ncurses as well, and else do what the C library's do.

static bool is_rare_hanzi(wint_t c) { return c >= 0x20000 && c <= 0x3FFFD; }

int wcwidth(wchar_t c) {
  if (is_rare_hanzi((wint_t)c)) return 2;
  if (c == 0) return 0;
  wchar_t text[2] = {c, 0};
  return wcswidth(text, 1);
}

int iswprint(wint_t c) { return is_rare_hanzi(c) || iswctype(c, wctype("print")); }

int cncurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
