#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "private.h"

#include <curses.h>
#include <langinfo.h>
#include <linux/kd.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h takes these words for itself.
#undef columns
#undef lines

static SCREEN *screen;
static bool has_colour;
static int cursor_shown = -1;

// What cncurses_abandon sends and sets.
static struct termios modes_before;
static bool has_modes_before;
static char farewell[256];
static size_t farewell_start, farewell_length;

// The modes of the terminal that the desk works in, and whether they are set.
static volatile sig_atomic_t has_modes;
// Whether the terminal has an alternate screen: then it speaks xterm's language. Others (linux, fbterm, vt220) would show
// a part of what they do not know.
static bool speaks_xterm;
static bool wheel_was_left_alone;
static bool marks_keys;

// Pastes are marked. VTE and others turn the wheel into arrows on the alternate screen (1007), which would answer items
// and pass them: it is asked whether it did so, and told not to. (XTSAVE and XTRESTORE would need no answer, but too many
// terminals have never heard of them, and some take the one for a scrolling region.) modifyOtherKeys and kitty's keyboard
// protocol are off, whatever the program before has left; whether the terminal has the latter is asked, and nothing waits
// for the answer.
static const char *const take_paste = "\033[?2004h";
static const char *const take_keys = "\033[?1007$p\033[?1007l\033[>4;0m\033[>0u\033[?u";
// After a stop in which nothing was given back, kitty's stack has one entry of ours already.
static const char *const take_keys_again = "\033[?1007l\033[>4;0m\033[<u\033[>0u";
// Where it has, an Esc comes as a key of its own (flag 1), behind which nothing has to be waited for. That changes the entry of
// ours on kitty's stack, so that what takes the entry off at the end, after a crash too, takes this back.
static const char *const mark_keys = "\033[=1;1u";
static const char *const give_paste = "\033[?2004l";
// SGR 0 behind it, for whom `>` says nothing.
static const char *const give_keys = "\033[<u\033[>4m\033[m";
static const char *const give_wheel = "\033[?1007h";

// Whether the environment names a character set, in the order in which setlocale looks, and that is not UTF-8.
static bool environment_names_another_set(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == 0) continue;
    const char *set = strchr(value, '.');
    return set != NULL && strncasecmp(set, ".utf-8", 6) != 0 && strncasecmp(set, ".utf8", 5) != 0;
  }
  return false;
}

bool cncurses_set_locale(void) {
  if (environment_names_another_set()) return false;
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  // Nothing named (a fresh Debian, a container), never made on this machine (zh_CN.UTF-8), or no locale at all (the
  // LC_CTYPE=UTF-8 that ssh brings from macOS): terminals speak UTF-8 unless somebody says otherwise.
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool cncurses_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool cncurses_is_kernel_console(void) {
  // Not by the name in TERM: fbterm bears it too, on a pty of its own, and has all glyphs.
  char keyboard = 0;
  return ioctl(STDIN_FILENO, KDGKBTYPE, &keyboard) == 0;
}

static char *capability(const char *name) {
  char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

// Sends a string at once. putp writes to stdout's own buffer, not to that of ncurses.
static void send(const char *text) {
  putp(text);
  fflush(stdout);
}

static void take_modes(bool again) {
  send(take_paste);
  if (speaks_xterm) send(again ? take_keys_again : take_keys);
  if (speaks_xterm && marks_keys) send(mark_keys);
  has_modes = true;
}

static void give_modes(void) {
  if (!has_modes) return;
  has_modes = false;
  send(give_paste);
  if (!speaks_xterm) return;
  send(give_keys);
  if (!wheel_was_left_alone) send(give_wheel);
}

// Takes the change of character set out of what sets attributes: no line drawing set is ever used here, and at every
// change of looks it would cost three bytes, of the forty that a key should.
//
// The strings are shortened where they stand: assigning to term.h's names reaches a copy that ncurses 6 never reads.
static void leave_out_character_sets(void) {
  char *all = capability("sgr"), *from = all == NULL ? NULL : strstr(all, "%?%p9%t");
  char *to = from == NULL ? NULL : strstr(from, "%;");
  if (to != NULL) memmove(from, to + 2, strlen(to + 2) + 1);
  char *none = capability("sgr0");
  if (none != NULL && strncmp(none, "\033(B", 3) == 0) memmove(none, none + 3, strlen(none + 3) + 1);
}

// Adds a capability without its padding, which only tputs understands.
static void add_farewell(const char *text) {
  for (; text != NULL && *text != 0 && farewell_length < sizeof farewell; text++) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end != NULL) {
        text = end;
        continue;
      }
    }
    farewell[farewell_length++] = *text;
  }
}

static void start_colours(void) {
  has_colour = has_colors() && start_color() == OK;
  // Where the terminal's own colours cannot be asked for, its colours are taken to be white on black.
  if (has_colour) use_default_colors();
}

cncurses_start_result cncurses_start(const char *type, bool colours) {
  has_modes_before = tcgetattr(STDIN_FILENO, &modes_before) == 0;
  // newterm and not initscr, which would end the process on an unknown terminal.
  screen = newterm(type, stdout, stdin);
  if (screen == NULL) return CNCURSES_UNKNOWN;
  if (capability("cup") == NULL) {
    // Not endwin, which would move a cursor.
    if (has_modes_before) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes_before);
    delscreen(screen);
    screen = NULL;
    return CNCURSES_DUMB;
  }
  raw();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // Keys are read elsewhere: a screen is never held back because there are some.
  typeahead(-1);
  has_colour = false;
  if (colours) start_colours();
  cursor_shown = -1;
  speaks_xterm = capability("smcup") != NULL;
  wheel_was_left_alone = marks_keys = false;
  farewell_start = farewell_length = 0;
  if (speaks_xterm) {
    add_farewell(give_wheel);
    add_farewell(give_keys);
  }
  add_farewell(give_paste);
  add_farewell(capability("sgr0"));
  add_farewell(capability("clear"));
  add_farewell(capability("cnorm"));
  add_farewell(capability("rmcup"));
  leave_out_character_sets();
  static bool is_registered;
  if (!is_registered) is_registered = atexit(cncurses_stop) == 0;
  return CNCURSES_STARTED;
}

// Nothing of a child's record stays in the window, whatever the terminal does with its alternate screen.
static void give_back(void) {
  // Before the screen is cleared, and on the alternate screen: kitty's protocol keeps one stack for each.
  give_modes();
  erase();
  clearok(curscr, TRUE);
  refresh();
  endwin();
}

void cncurses_stop(void) {
  if (screen == NULL) return;
  give_back();
  delscreen(screen);
  screen = NULL;
}

void cncurses_abandon(void) {
  if (screen == NULL) return;
  if (write(STDOUT_FILENO, farewell + farewell_start, farewell_length - farewell_start) < 0) {
    // There is nobody to tell.
  }
  if (has_modes_before) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

void cncurses_leave_wheel_alone(void) {
  wheel_was_left_alone = true;
  if (speaks_xterm) farewell_start = strlen(give_wheel);
}

void cncurses_mark_keys(void) {
  if (screen == NULL || !speaks_xterm || marks_keys) return;
  marks_keys = true;
  if (has_modes) send(mark_keys);
}

bool cncurses_brackets_paste(void) {
  // tmux brackets pastes under the name of screen as well, which by itself does not.
  return capability("BE") != NULL || getenv("TMUX") != NULL;
}

// The number of ncurses for a pair of colours; made when it is first asked for, since some terminals have few.
static short pair_of(int foreground, int background) {
  enum { COLOURS = 7 };
  static short pairs[COLOURS][COLOURS];
  static short made;
  if (!has_colour || foreground < 0 || foreground >= COLOURS || background < 0 || background >= COLOURS) return 0;
  if (foreground == 0 && background == 0) return 0;
  short *pair = &pairs[foreground][background];
  if (*pair == 0 && made + 1 < COLOR_PAIRS) {
    const short grey = COLORS >= 16 ? 8 : -1;
    const short colours[COLOURS] = {-1, COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_MAGENTA, COLOR_CYAN, grey};
    *pair = ++made;
    init_pair(*pair, colours[foreground], colours[background]);
  }
  return *pair;
}

static void put_cell(int row, int column, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cncurses_put(
    int row, int column, const uint32_t *scalars, size_t count, int width, int attributes, int foreground,
    int background) {
  attr_t attr = A_NORMAL;
  if (attributes & CNCURSES_BOLD) attr |= A_BOLD;
  if (attributes & CNCURSES_UNDERLINE) attr |= A_UNDERLINE;
  if (attributes & CNCURSES_REVERSE) attr |= A_REVERSE;
  if (attributes & CNCURSES_DIM) attr |= A_DIM;
  short pair = pair_of(foreground, background);
  if (count == 0 || wcwidth((wchar_t)scalars[0]) != width) {
    put_cell(row, column, L"\uFFFD", attr, pair);
    if (width == 2) put_cell(row, column + 1, L" ", attr, pair);
    return;
  }
  wchar_t text[CCHARW_MAX + 1];
  size_t length = 0;
  while (length < count && length < CCHARW_MAX) {
    text[length] = (wchar_t)scalars[length];
    length++;
  }
  text[length] = 0;
  put_cell(row, column, text, attr, pair);
}

void cncurses_show(int cursor_row, int cursor_column) {
  if (screen == NULL) return;
  if (!has_modes) {
    // The alternate screen comes first, and nothing of the page yet.
    doupdate();
    take_modes(false);
  }
  int wanted = cursor_row >= 0;
  if (wanted) move(cursor_row, cursor_column);
  if (wanted != cursor_shown) {
    curs_set(wanted);
    cursor_shown = wanted;
  }
  refresh();
}

void cncurses_redraw(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void cncurses_resize(int rows, int columns) {
  if (screen == NULL) return;
  resizeterm(rows, columns);
  erase();
  clearok(curscr, TRUE);
}

void cncurses_suspend(void) {
  if (screen == NULL) return;
  give_back();
  cncurses_stop_group();
  cncurses_resume();
}

void cncurses_resume(void) {
  if (screen == NULL) return;
  // After endwin the next refresh enters the alternate screen by itself; twice would lose the shell's cursor.
  const char *enter = isendwin() ? NULL : capability("smcup");
  reset_prog_mode();
  if (enter != NULL) send(enter);
  if (has_modes) take_modes(true);
  cursor_shown = -1;
  clearok(curscr, TRUE);
}

bool cncurses_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
