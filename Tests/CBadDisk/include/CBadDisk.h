#ifndef CBADDISK_H
#define CBADDISK_H

// A disk of which one reading call fails, for the program that the tests start; see bad_disk.c.

#endif
