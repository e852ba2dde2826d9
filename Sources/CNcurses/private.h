#pragma once

/// Gives the terminal back from inside a signal handler: only write and tcsetattr.
void cncurses_abandon(void);
