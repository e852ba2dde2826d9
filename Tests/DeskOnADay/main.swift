import CBadDisk
import CDay
import Commands

// The program itself, on the day that CDay says it is and on the disk that CBadDisk makes of it.
Program.main()
