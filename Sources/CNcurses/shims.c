#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <linux/kd.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// term.h takes these words for itself.
#undef columns
#undef lines

static SCREEN *screen;
static bool has_colour;

bool cncurses_set_locale(void) {
  if (setlocale(LC_ALL, "") == NULL && setlocale(LC_ALL, "C.UTF-8") == NULL) return false;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool cncurses_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

bool cncurses_is_kernel_console(void) {
  char type = 0;
  return ioctl(STDIN_FILENO, KDGKBTYPE, &type) == 0;
}

cncurses_start_result cncurses_start(const char *type, bool colours) {
  // newterm and not initscr, which would end the process on an unknown terminal.
  screen = newterm(type, stdout, stdin);
  if (screen == NULL) return CNCURSES_UNKNOWN;
  const char *move = tigetstr("cup");
  if (move == NULL || move == (const char *)-1) {
    endwin();
    delscreen(screen);
    screen = NULL;
    return CNCURSES_DUMB;
  }
  raw();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  has_colour = colours && has_colors() && start_color() == OK;
  if (has_colour) {
    short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
    const short foregrounds[] = {-1, COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_BLUE, COLOR_CYAN, COLOR_WHITE};
    for (short pair = 1; pair < 7; pair++) init_pair(pair, foregrounds[pair], background);
    // Grey is the dark white of terminals with sixteen colours.
    if (COLORS >= 16) init_pair(6, 8, background);
  }
  putp("\033[?2004h");
  return CNCURSES_STARTED;
}

void cncurses_stop(void) {
  if (screen == NULL) return;
  // Nothing of a child's record stays in the window, whatever the terminal does with its alternate screen.
  erase();
  refresh();
  putp("\033[?2004l");
  fflush(stdout);
  curs_set(1);
  endwin();
  fflush(stdout);
  delscreen(screen);
  screen = NULL;
}

void cncurses_put(int row, int column, const uint32_t *scalars, size_t count, int attributes, int colour) {
  wchar_t text[CCHARW_MAX + 1];
  size_t length = 0;
  for (size_t i = 0; i < count && length + 1 < CCHARW_MAX; i++) text[length++] = (wchar_t)scalars[i];
  text[length] = 0;
  attr_t attr = A_NORMAL;
  if (attributes & CNCURSES_BOLD) attr |= A_BOLD;
  if (attributes & CNCURSES_UNDERLINE) attr |= A_UNDERLINE;
  if (attributes & CNCURSES_REVERSE) attr |= A_REVERSE;
  cchar_t cell;
  if (setcchar(&cell, text, attr, has_colour ? (short)colour : 0, NULL) == OK) mvadd_wch(row, column, &cell);
}

void cncurses_show(int cursor_row, int cursor_column) {
  static int visible = -1;
  int wanted = cursor_row >= 0;
  if (wanted) move(cursor_row, cursor_column);
  if (wanted != visible) {
    curs_set(wanted);
    visible = wanted;
  }
  refresh();
}

void cncurses_redraw(void) {
  clearok(curscr, TRUE);
}

void cncurses_resize(int rows, int columns) {
  resizeterm(rows, columns);
  erase();
  clearok(curscr, TRUE);
}

bool cncurses_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

bool cncurses_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}

static volatile sig_atomic_t signal_pipe = -1;

static void on_signal(int number) {
  int saved = errno;
  char byte = number == SIGWINCH || number == SIGCONT ? 'W' : 'T';
  if (signal_pipe >= 0 && write(signal_pipe, &byte, 1) < 0) {
    // A full pipe already holds the news.
  }
  errno = saved;
}

void cncurses_catch_signals(int write_end) {
  signal_pipe = write_end;
  struct sigaction action = {.sa_handler = on_signal};
  sigemptyset(&action.sa_mask);
  const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
  // A family must not find itself in a shell.
  signal(SIGTSTP, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
}

void cncurses_release_signals(void) {
  const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP, SIGPIPE};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) signal(numbers[i], SIG_DFL);
  signal_pipe = -1;
}
