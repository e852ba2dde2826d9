// Calls of the system that Swift's own module of the C library leaves out.

/// Waits until the disk has everything that was written to the file system of a descriptor: syncfs(2).
int syncfs(int descriptor);
