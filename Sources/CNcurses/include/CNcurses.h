#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Sets the locale from the environment, or C.UTF-8 where that locale does not exist; whether its charset is UTF-8.
bool cncurses_set_locale(void);

/// Whether standard input and output are one terminal.
bool cncurses_is_terminal(void);

/// Whether the terminal is Linux's own console, which has no Chinese glyphs.
bool cncurses_is_kernel_console(void);

typedef enum { CNCURSES_STARTED, CNCURSES_UNKNOWN, CNCURSES_DUMB } cncurses_start_result;

/// Takes the screen: raw keys, no echo, the alternate screen, bracketed paste.
cncurses_start_result cncurses_start(const char *_Nullable type, bool colours);

/// Gives the screen back, cleared.
void cncurses_stop(void);

enum { CNCURSES_BOLD = 1, CNCURSES_UNDERLINE = 2, CNCURSES_REVERSE = 4 };

/// Puts one character, with up to four marks that join it, into a cell of ncurses' own screen.
void cncurses_put(int row, int column, const uint32_t *_Nonnull scalars, size_t count, int attributes, int colour);

/// Sends what has changed, with the cursor there; a negative row hides it.
void cncurses_show(int cursor_row, int cursor_column);

/// Forgets what the terminal shows, so that the next show draws all of it.
void cncurses_redraw(void);

/// Tells ncurses the terminal's present size.
void cncurses_resize(int rows, int columns);

/// The terminal's present size, or false where it cannot be asked.
bool cncurses_size(int *_Nonnull rows, int *_Nonnull columns);

/// Opens a pipe that never blocks and that no child inherits.
bool cncurses_pipe(int *_Nonnull read_end, int *_Nonnull write_end);

/// Lets SIGTERM, SIGHUP, SIGINT and SIGWINCH write one byte each, 'T' or 'W', to a pipe; SIGTSTP is not obeyed.
void cncurses_catch_signals(int write_end);
void cncurses_release_signals(void);

/// The width that ncurses gives a character; see wcwidth in widths.c.
int cncurses_width(uint32_t scalar);
