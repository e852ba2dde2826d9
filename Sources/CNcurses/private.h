#pragma once

/// Gives the terminal back from inside a signal handler: only write and tcsetattr.
void cncurses_abandon(void);

/// Stops the process group as Ctrl-Z does, and returns when it goes on.
void cncurses_stop_group(void);
