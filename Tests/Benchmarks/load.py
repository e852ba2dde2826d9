#!/usr/bin/env python3
"""Times a key at one desk and at eight desks that are typed at all together, on a store of 20,000 invented records.

    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/load.py [--records 20000] [--desks 8] [--seconds 20] [--store DIR] [PROGRAM]

Each desk is the program on a pty of 80x24. A typist fills in one child's form after the other: a character every 30
milliseconds, which is faster than anybody types, and Enter after each item, which saves it. Printed are percentiles of
the time from a key to the first bytes of what it changes on the screen, and
apart from it of a character alone, together with the machine's load and how many items were saved. Python's own part of a
key's time is in all of them. The folder of the store decides which disk is waited for.
"""
import argparse
import fcntl
import glob
import os
import pty
import select
import signal
import struct
import subprocess
import tempfile
import termios
import threading
import time

ENVIRONMENT = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": os.environ["PATH"],
               "LOGNAME": "bench"}
PAUSE = 0.03
# A name, a country, a kind of document, and a number that is begun and cleared again, over and over.
ROUND = [*"潘小明", "\r", "\r", "\r", *"441302", *["\x7f"] * 6, "\x1b[A", "\x1b[A", "\x1b[A", *["\x7f"] * 3]


class Desk(threading.Thread):
    def __init__(self, program, store):
        super().__init__()
        self.end, self.times = 0, []
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(program, [program, "fill", "--store", store], ENVIRONMENT)
        self.wait("孩子的姓名".encode())

    def wait(self, word):
        seen = b""
        while word not in seen:
            if not select.select([self.side], [], [], 20)[0]:
                raise SystemExit(f"a desk never showed {word.decode()}: {seen[-300:]!r}")
            seen += os.read(self.side, 65536)

    def run(self):
        while True:
            for key in ROUND:
                due = time.perf_counter() + PAUSE
                if due > self.end:
                    return
                self.key(key)
                time.sleep(max(0, due - time.perf_counter()))

    def key(self, key):
        # What the writer's thread has said since the last key is no answer to this one.
        while select.select([self.side], [], [], 0)[0]:
            os.read(self.side, 65536)
        start = time.perf_counter()
        os.write(self.side, key.encode())
        if select.select([self.side], [], [], 2)[0]:
            os.read(self.side, 65536)
            self.times.append((len(key) == 1 and key not in "\r\x7f", time.perf_counter() - start))

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def say(name, times):
    times = sorted(1000 * value for value in times)
    at = {share: times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.9, 0.99)}
    print(f"    {name}: {len(times)} keys, p50 {at[0.5]:.2f} ms, p90 {at[0.9]:.2f} ms, p99 {at[0.99]:.2f} ms, "
          f"longest {times[-1]:.1f} ms")


def measure(program, store, count, seconds):
    desks = [Desk(program, store) for _ in range(count)]
    end = time.perf_counter() + seconds
    for desk in desks:
        desk.end = end
        desk.start()
    time.sleep(seconds / 2)
    load = os.getloadavg()[0]
    for desk in desks:
        desk.join()
    for desk in desks:
        desk.close()
    # Whoever starts next would be asked whether to go on with what these were killed in.
    for journal in glob.glob(f"{store}/records/*/*.journal"):
        os.remove(journal)
    print(f"  {count} desks, the machine's load {load:.1f}")
    say("every key", [taken for desk in desks for _, taken in desk.times])
    say("characters", [taken for desk in desks for isText, taken in desk.times if isText])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--desks", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--store", help="the folder to make the store in; otherwise the one for temporary files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.store) as folder:
        store = f"{folder}/store"
        simulate = ["simulate", "--children", str(options.records), "--kindergartens", "1", "-o", store]
        for arguments in (simulate, ["list", "--word", "numbered", "--store", store]):
            subprocess.run([options.program, *arguments], env=ENVIRONMENT, check=True, capture_output=True)
        time.sleep(4)
        for count in (1, options.desks):
            measure(options.program, store, count, options.seconds)


if __name__ == "__main__":
    main()
