#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

bool cpty_resize(int side, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(side, TIOCSWINSZ, &size) == 0;
}

pid_t cpty_spawn(
    const char *const *arguments, const char *const *environment, int columns, int rows, int *side,
    struct termios *modes) {
  // Not forkpty: other tests start programs at the same time, and none of them may inherit this terminal.
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0) return -1;
  char name[64];
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, sizeof name) != 0 ||
      !cpty_resize(master, columns, rows) || tcgetattr(master, modes) != 0) {
    close(master);
    return -1;
  }
  pid_t process = fork();
  if (process == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    setsid();
    int terminal = open(name, O_RDWR);
    if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0) _exit(126);
    for (int target = 0; target < 3; target++) dup2(terminal, target);
    if (terminal > 2) close(terminal);
    execve(arguments[0], (char *const *)arguments, (char *const *)environment);
    _exit(127);
  }
  if (process < 0) {
    close(master);
    return -1;
  }
  *side = master;
  return process;
}

bool cpty_ended(pid_t process, int *status) {
  int raw = 0;
  if (waitpid(process, &raw, WNOHANG) != process) return false;
  *status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return true;
}
