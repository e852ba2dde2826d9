#define _GNU_SOURCE

#include "include/CBadDisk.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// Below the folder XUEJI_TEST_BAD_DISK the reading call with the number XUEJI_TEST_BAD_CALL fails with the error
// XUEJI_TEST_BAD_ERROR; XUEJI_TEST_BAD_TALLY is the file that is told at the end how many such calls there were. SQLite
// answers for its own file.

static const char *folder, *tally;
static long target = -1;
static int failure;
static atomic_long calls;

__attribute__((constructor)) static void readDisk(void) {
  folder = getenv("XUEJI_TEST_BAD_DISK");
  tally = getenv("XUEJI_TEST_BAD_TALLY");
  const char *call = getenv("XUEJI_TEST_BAD_CALL"), *error = getenv("XUEJI_TEST_BAD_ERROR");
  if (call) target = atol(call);
  if (error) failure = atoi(error);
}

__attribute__((destructor)) static void tell(void) {
  if (!folder || !tally) return;
  FILE *file = fopen(tally, "w");
  if (!file) return;
  fprintf(file, "%ld", atomic_load(&calls));
  fclose(file);
}

static int isBelow(const char *path) {
  return strncmp(path, folder, strlen(folder)) == 0 && !strstr(path, "index.sqlite");
}

static int isDue(void) {
  if (atomic_fetch_add(&calls, 1) != target) return 0;
  errno = failure;
  return 1;
}

static int fails(int descriptor) {
  if (!folder) return 0;
  char link[40], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return isBelow(path) && isDue();
}

static int failsAt(int descriptor, const char *name) {
  if (!folder || strstr(name, "index.sqlite")) return 0;
  if (name[0] == '/') return isBelow(name) && isDue();
  return descriptor != AT_FDCWD && fails(descriptor);
}

// The C library's own symbols, which every caller in the process then finds here.
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct dirent *readdir(DIR *stream) { return fails(dirfd(stream)) ? NULL : REAL(readdir)(stream); }

int fstat(int descriptor, struct stat *status) { return fails(descriptor) ? -1 : REAL(fstat)(descriptor, status); }

int fstatat(int descriptor, const char *name, struct stat *status, int flags) {
  return failsAt(descriptor, name) ? -1 : REAL(fstatat)(descriptor, name, status, flags);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  return fails(descriptor) ? -1 : REAL(read)(descriptor, bytes, count);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t place) {
  return fails(descriptor) ? -1 : REAL(pread)(descriptor, bytes, count, place);
}

off_t lseek(int descriptor, off_t place, int whence) {
  return fails(descriptor) ? -1 : REAL(lseek)(descriptor, place, whence);
}

int flock(int descriptor, int kind) { return fails(descriptor) ? -1 : REAL(flock)(descriptor, kind); }

DIR *opendir(const char *path) { return failsAt(AT_FDCWD, path) ? NULL : REAL(opendir)(path); }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (!(flags & (O_WRONLY | O_RDWR)) && failsAt(AT_FDCWD, path)) return -1;
  return REAL(open)(path, flags, mode);
}

int openat(int descriptor, const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  // What is written is another proof's.
  if (!(flags & (O_WRONLY | O_RDWR)) && failsAt(descriptor, name)) return -1;
  return REAL(openat)(descriptor, name, flags, mode);
}
