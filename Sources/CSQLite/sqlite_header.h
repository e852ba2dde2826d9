#include <sqlite3.h>
// Whether SQLite's locks hold is a matter of the file system, which Swift's own module of the C library cannot tell.
#include <sys/vfs.h>
