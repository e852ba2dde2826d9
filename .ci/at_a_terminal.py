"""Run a command at a terminal, leave the desk that it starts by Ctrl-X, and end as it ended.

A warning that stands on the screen before the desk comes or after it has gone is a failure too.
"""
import os
import pty
import re
import select
import sys
import time

SECONDS = 1800
TAKEN = b"\x1b[?1049h"

child, terminal = pty.fork()
if child == 0:
    os.execvp("bash", ["bash", "-c", sys.argv[1]])

said = b""
end = time.monotonic() + SECONDS
while time.monotonic() < end:
    if select.select([terminal], [], [], 1)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
        if TAKEN not in said:
            sys.stdout.buffer.write(part)
            sys.stdout.flush()
    elif TAKEN in said:
        # Each page of the desk waits silently for a key: the settings of a new store, then the first page.
        os.write(terminal, b"\x18")
else:
    sys.exit(f"not over after {SECONDS} s: {sys.argv[1]}")

status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
if TAKEN not in said:
    sys.exit(status or "the desk never took the screen")
if warnings := re.findall(rb"[^\n]*(?:warning|dangerous|requires at runtime)[^\n]*", said):
    sys.exit(b"\n".join(warnings).decode())
sys.exit(status)
