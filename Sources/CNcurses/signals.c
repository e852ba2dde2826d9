#define _GNU_SOURCE
#include "CNcurses.h"
#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

// A byte in a full pipe would be lost, so the news itself is kept here and the pipe only ends the wait.
static atomic_int news;
static volatile sig_atomic_t wake_end = -1;

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP};
// None of these is sent to this program by anything that it asked for; by default each would end or stop it.
static const int ignored[] = {SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGIO, SIGXFSZ};
static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { CAUGHT = sizeof caught / sizeof *caught, IGNORED = sizeof ignored / sizeof *ignored };
enum { CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction before[NSIG];
static bool is_catching;
static bool is_ignoring_terminal;
static char crash_stack[64 * 1024];

bool cncurses_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}

static void on_signal(int number) {
  int saved = errno;
  int bit = CNCURSES_TERMINATE;
  switch (number) {
    case SIGWINCH: bit = CNCURSES_RESIZED; break;
    case SIGCONT: bit = CNCURSES_CONTINUED; break;
    case SIGTSTP: bit = CNCURSES_STOP; break;
    case SIGINT: bit = CNCURSES_INTERRUPT; break;
  }
  atomic_fetch_or(&news, bit);
  char byte = 0;
  if (wake_end >= 0 && write(wake_end, &byte, 1) < 0) {
    // A full pipe wakes as well.
  }
  errno = saved;
}

static void on_crash(int number) {
  // SA_RESETHAND: the second time it kills as it always did.
  cncurses_abandon();
  raise(number);
}

void cncurses_catch_signals(int write_end, bool ignores_interrupts) {
  wake_end = write_end;
  // sa_flags 0: a wait for the terminal ends when a signal comes.
  struct sigaction catching = {.sa_handler = on_signal}, ignoring = {.sa_handler = SIG_IGN};
  struct sigaction dying = {.sa_handler = on_crash, .sa_flags = SA_RESETHAND | SA_ONSTACK};
  sigemptyset(&catching.sa_mask);
  sigemptyset(&ignoring.sa_mask);
  sigemptyset(&dying.sa_mask);
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &catching, &before[caught[i]]);
  for (int i = 0; i < IGNORED; i++) sigaction(ignored[i], &ignoring, &before[ignored[i]]);
  if (ignores_interrupts) {
    sigaction(SIGINT, &ignoring, NULL);
    sigaction(SIGQUIT, &ignoring, NULL);
    sigaction(SIGTSTP, &ignoring, NULL);
    // Elsewhere a shell means that the program waits in the background.
    sigaction(SIGTTIN, &ignoring, &before[SIGTTIN]);
    sigaction(SIGTTOU, &ignoring, &before[SIGTTOU]);
    is_ignoring_terminal = true;
  }
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  // Swift's own backtrace would print a child's record into the window and ask the family to press a key; who
  // develops and wants it says so.
  bool wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  for (int i = 0; i < CRASHES; i++) {
    sigaction(crashes[i], wants_backtrace ? NULL : &dying, &before[crashes[i]]);
  }
  is_catching = true;
}

void cncurses_stop_group(void) {
  struct sigaction stopping = {.sa_handler = SIG_DFL}, present;
  sigemptyset(&stopping.sa_mask);
  sigaction(SIGTSTP, &stopping, &present);
  // The whole group, as the terminal driver would: a script that waits for this program stops with it. Where no shell
  // is there to continue it, the system does not stop it.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &present, NULL);
  // That it was stopped and goes on is known.
  atomic_fetch_and(&news, ~(CNCURSES_CONTINUED | CNCURSES_STOP));
}

int cncurses_signals(void) { return atomic_exchange(&news, 0); }

void cncurses_release_signals(void) {
  if (!is_catching) return;
  is_catching = false;
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &before[caught[i]], NULL);
  for (int i = 0; i < IGNORED; i++) sigaction(ignored[i], &before[ignored[i]], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before[crashes[i]], NULL);
  if (is_ignoring_terminal) {
    sigaction(SIGTTIN, &before[SIGTTIN], NULL);
    sigaction(SIGTTOU, &before[SIGTTOU], NULL);
    is_ignoring_terminal = false;
  }
  wake_end = -1;
}
