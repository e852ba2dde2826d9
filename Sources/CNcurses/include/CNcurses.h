#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What the Swift side needs of ncurses, of the terminal driver and of signals, in names that Swift can import.

/// Sets the character set from the environment, where it names one, else UTF-8; false where it names another.
bool cncurses_set_locale(void);

/// Whether standard input and output are terminals.
bool cncurses_is_terminal(void);

/// Whether standard input is Linux's own console, which has no Chinese glyphs.
bool cncurses_is_kernel_console(void);

typedef enum { CNCURSES_STARTED, CNCURSES_UNKNOWN, CNCURSES_DUMB } cncurses_start_result;

/// Takes the screen: raw keys, no echo, and at the first show, before which nothing is sent, the alternate screen,
/// bracketed paste, a wheel that sends no arrows and a keyboard in its plain mode.
///
/// `type` is what TERM would say; NULL asks TERM.
cncurses_start_result cncurses_start(const char *_Nullable type, bool colours);

/// Gives the screen back, cleared, with the terminal's modes as they were; harmless a second time.
void cncurses_stop(void);

/// Says that the terminal did not turn its wheel into arrows before, so that it is not made to afterwards.
void cncurses_leave_wheel_alone(void);

/// Says that the terminal has kitty's keyboard protocol: from now on it marks an Esc.
void cncurses_mark_keys(void);

/// Whether the terminal is known to mark where a paste begins and ends.
bool cncurses_brackets_paste(void);

enum { CNCURSES_BOLD = 1, CNCURSES_UNDERLINE = 2, CNCURSES_REVERSE = 4, CNCURSES_DIM = 8 };

/// Puts one character of so many columns, with the marks that join it, into a cell of ncurses' own screen.
///
/// Colours are the raw values of `Style.Colour`. A character that ncurses would give another width is shown as U+FFFD.
void cncurses_put(
    int row, int column, const uint32_t *_Nonnull scalars, size_t count, int width, int attributes, int foreground,
    int background);

/// Sends what has changed, with the cursor there; a negative row hides it.
void cncurses_show(int cursor_row, int cursor_column);

/// Forgets what the terminal shows, so that the next show draws all of it.
void cncurses_redraw(void);

/// Tells ncurses the terminal's present size.
void cncurses_resize(int rows, int columns);

/// Sets the terminal's modes again, after a stop in which a shell had set its own.
void cncurses_resume(void);

/// Gives the screen back, cleared, and stops the process group until a shell continues it; then takes the screen again.
///
/// Returns at once where there is no shell that could continue it.
void cncurses_suspend(void);

/// The terminal's present size, or false where it cannot be asked.
bool cncurses_size(int *_Nonnull rows, int *_Nonnull columns);

/// The width that ncurses gives a character; see wcwidth in widths.c.
int cncurses_width(uint32_t scalar);

/// Opens a pipe that never blocks and that no child inherits.
bool cncurses_pipe(int *_Nonnull read_end, int *_Nonnull write_end);

enum {
  CNCURSES_TERMINATE = 1,
  CNCURSES_RESIZED = 2,
  CNCURSES_CONTINUED = 4,
  CNCURSES_STOP = 8,
  CNCURSES_INTERRUPT = 16
};

/// Notes signals for `cncurses_signals` and writes a byte to the pipe for each: TERM, HUP, INT, QUIT, WINCH, CONT and
/// TSTP.
///
/// TSTP is only told: a family must not find itself in a shell. It is not even told, nor are INT and QUIT, where they are
/// not wanted. A crash gives the terminal back before it kills.
void cncurses_catch_signals(int write_end, bool ignores_interrupts);

/// Which of the signals came since the last call, as CNCURSES_ bits.
int cncurses_signals(void);

/// Puts back what was done about signals before.
void cncurses_release_signals(void);
