#define _GNU_SOURCE

#include "include/CDay.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long later;
static const volatile long *moved;

__attribute__((constructor)) static void readDay(void) {
  const char *seconds = getenv("XUEJI_TEST_SECONDS");
  if (seconds) later = atol(seconds);
  const char *path = getenv("XUEJI_TEST_CLOCK");
  int file = path ? open(path, O_RDONLY) : -1;
  if (file < 0) return;
  void *shared = mmap(NULL, sizeof *moved, PROT_READ, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) moved = shared;
  close(file);
}

// The C library's own symbol, which every caller in the process then finds here.
int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = (int)syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += later + (moved ? *moved : 0);
  return result;
}
