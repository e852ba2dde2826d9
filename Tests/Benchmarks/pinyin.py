#!/usr/bin/env python3
"""Times Chinese typed with letters: the tables, every key of names and addresses, and odd rows of letters.

    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/pinyin.py [--rounds 5] [PROGRAM]

Printed are the answers of `xueji hanzi -` to every beginning of some names and addresses, as a desk asks at every key,
less what an empty question costs (the pipe and Python), each the best of the rounds, so that other programs' time does not
count; the same for rows of letters by lot; and, on a pty of 80x24, the time from F4 and a letter to the candidates, which
reads the tables, and of each further key to the last byte of its redraw. Promised: the first candidates within 10 ms after
F4, a key within 1 ms at p99.
"""
import argparse
import fcntl
import os
import pty
import random
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time

ENVIRONMENT = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "LOGNAME": "bench"}
NAMES = "panxiaoming ouyanghong maimaiti aili shanxiaoyan zhangweihua liguoqiang chenjianjun zhuangzhishuang".split()
ADDRESSES = (
    "guangdongshenghuizhoushihuichengqu jiefangdonglu shifandadao wangjiazhuang fosanshisundequ "
    "huichengqujiefangdongluyihao xinjiangweiwuerzizhiqukashidiqu nongcundierzu zhongshanlushifanhuayuansandong "
    "gdhzshcq beijingshichaoyangqujianguomenwaidajie"
).split()


class Program:
    def __init__(self, command, last_word):
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(command[0], command, ENVIRONMENT)
        seen = b""
        while last_word not in seen:
            if not select.select([self.side], [], [], 5)[0]:
                raise SystemExit(f"{command[0]} never showed {last_word.decode()}: {seen[-300:]!r}")
            seen += os.read(self.side, 65536)

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

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.side)


class Pipe:
    def __init__(self, program, item):
        self.process = subprocess.Popen(
            [program, "hanzi", "--item", item, "--near", "441302", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            bufsize=0)
        self.rest = b""

    def ask(self, letters):
        start = time.perf_counter()
        self.process.stdin.write(letters.encode() + b"\n")
        # An answer ends with an empty line.
        while b"\n\n" not in self.rest and self.rest != b"\n":
            piece = os.read(self.process.stdout.fileno(), 65536)
            if not piece:
                raise SystemExit(f"no answer to {letters}")
            self.rest += piece
        self.rest = b""
        return time.perf_counter() - start

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def line(name, values, less=0.0):
    ordered = sorted(value - less for value in values)
    print(f"{name:28} {len(ordered):5}   median {ordered[len(ordered) // 2] * 1e3:6.2f} ms"
          f"   p99 {ordered[int(len(ordered) * .99)] * 1e3:6.2f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    lot = random.Random(15)
    for item, samples in (("name", NAMES), ("address", ADDRESSES)):
        odd = ["".join(lot.choice("zcsbdgjqhl" if number % 3 == 0 else "abcdefghijklmnopqrstuvwxyz'")
                       for _ in range(lot.randint(1, 60))) for number in range(100)]
        asked = [sample[:count] for sample in samples for count in range(1, len(sample) + 1)]
        keys, rows, empty = {}, {}, []
        for _ in range(options.rounds):
            pipe = Pipe(options.program, item)
            pipe.ask("a")
            for letters in asked:
                empty.append(pipe.ask("7"))
                keys[letters] = min(keys.get(letters, 9), pipe.ask(letters))
            for row in odd:
                rows[row] = min(rows.get(row, 9), pipe.ask(row))
            pipe.close()
        base = min(empty)
        line(f"{item}: a key", keys.values(), base)
        line(f"{item}: letters by lot", rows.values(), base)
    with tempfile.TemporaryDirectory() as folder:
        first, keys = [], []
        for number in range(10 * options.rounds):
            desk = Program([options.program, "fill", "--store", f"{folder}/{number}"], "F10".encode())
            desk.drain(0.05)
            start = time.perf_counter()
            os.write(desk.side, b"\x1bOSp")
            seen = b""
            while b"PgDn" not in seen:
                seen += os.read(desk.side, 65536)
            first.append(time.perf_counter() - start)
            if number < options.rounds:
                keys += [desk.key(letter.encode())[0] for letter in "anxiaoming ouyanghong shanxiaoyan "]
            desk.close()
        line("pty: F4 and a letter", first)
        line("pty: a key and its redraw", keys)


if __name__ == "__main__":
    main()
