#!/usr/bin/env python3
"""Compares the desk with `dialog --form` on one pty of 80x24: the first whole screen, a key, and memory.

    apt-get install dialog
    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/desk.py [--runs 200] [PROGRAM]

Both programs run in turn, so that a busy machine is as busy for one as for the other. Printed are medians: the time
from the start of the process to the last word of the first screen, the time from a key to the last byte of its redraw,
the bytes of that redraw, and the resident memory after the keys. Python's own part of a key's time is in both.
"""
import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import tempfile
import termios
import time

ENVIRONMENT = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "LOGNAME": "bench"}


class Program:
    def __init__(self, command, last_word):
        self.started = time.perf_counter()
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(command[0], command, ENVIRONMENT)
        seen = b""
        while last_word not in seen:
            if not select.select([self.side], [], [], 5)[0]:
                raise SystemExit(f"{command[0]} never showed {last_word.decode()}: {seen[-300:]!r}")
            seen += os.read(self.side, 65536)
        self.first_screen = time.perf_counter() - self.started

    def drain(self, quiet):
        count, last = 0, time.perf_counter()
        while select.select([self.side], [], [], quiet)[0]:
            count += len(os.read(self.side, 65536))
            last = time.perf_counter()
        return count, last

    def key(self, key):
        start = time.perf_counter()
        os.write(self.side, key)
        count, last = self.drain(0.01)
        return last - start, count

    def resident(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.side)


def milliseconds(values):
    ordered = sorted(values)
    return f"median {statistics.median(ordered) * 1e3:.2f} ms, p99 {ordered[int(len(ordered) * .99)] * 1e3:.2f} ms"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--runs", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = ([options.program, "fill", "--store", folder + "/store"], "F10".encode())
        form = "--title Form --form Child 20 70 12 Name 1 1 _ 1 20 40 0 Number 2 1 _ 2 20 40 0".split()
        # The first letter of Cancel has a colour of its own.
        other = (["dialog", *form], b"ancel")
        programs = {"xueji fill": desk, "dialog --form": other}
        first = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, program in programs.items():
                running = Program(*program)
                first[name].append(running.first_screen)
                running.close()
        for name, values in first.items():
            print(f"first screen  {name:14} {milliseconds(values)}")
        pairs = [a / b for a, b in zip(first["xueji fill"], first["dialog --form"])]
        print(f"first screen  ratio {statistics.median(pairs):.2f} (the median of {len(pairs)} pairs)")
        times = {name: [] for name in programs}
        sizes = {name: [] for name in programs}
        running = {name: Program(*program) for name, program in programs.items()}
        for program in running.values():
            program.drain(0.1)
        for letter in "the quick brown fox jumps over the l" * 2:
            for name, program in running.items():
                taken, count = program.key(letter.encode())
                times[name].append(taken)
                sizes[name].append(count)
        for name, program in running.items():
            print(f"a key         {name:14} {milliseconds(times[name])}; {statistics.median(sizes[name]):.0f} bytes")
            print(f"memory        {name:14} {program.resident():.1f} MB resident")
            program.close()


if __name__ == "__main__":
    main()
