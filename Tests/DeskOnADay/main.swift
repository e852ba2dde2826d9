import CDay
import Commands

// The program itself, on the day that CDay says it is.
Program.main()
