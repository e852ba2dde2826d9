#pragma once
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

/// Starts a program on a new pseudo-terminal of that size, as the leader of a session that has it as its terminal.
///
/// `environment` is the whole of it. Returns the process, with the terminal's other side in `side` (non-blocking, not
/// inherited) and its modes before the program began in `modes`, or -1 with errno.
pid_t cpty_spawn(
    const char *_Nonnull const *_Nonnull arguments, const char *_Nonnull const *_Nonnull environment, int columns,
    int rows, int *_Nonnull side, struct termios *_Nonnull modes);

/// Gives the terminal another size; its programs get SIGWINCH.
bool cpty_resize(int side, int columns, int rows);

/// The process's end, as waitpid has it: 0 still running, else its exit status, 128 + the signal that killed it.
bool cpty_ended(pid_t process, int *_Nonnull status);
