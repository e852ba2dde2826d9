#ifndef CDAY_H
#define CDAY_H

// A program that links this takes the real time and XUEJI_TEST_SECONDS more for the time of day: clock_gettime is
// defined anew. All other clocks stay: files are still marked by the kernel's.

#endif
