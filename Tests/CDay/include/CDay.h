#ifndef CDAY_H
#define CDAY_H

// A program that links this takes for the time of day the real time, XUEJI_TEST_SECONDS more, and so many seconds more as
// the file XUEJI_TEST_CLOCK says at that moment (a long, as the machine writes it): clock_gettime is defined anew. All
// other clocks stay: files are still marked by the kernel's.

#endif
