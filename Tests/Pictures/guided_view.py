#!/usr/bin/env python3
"""Draws the README's picture: the guided view of the real program, as it stands on a terminal of 80x24.

    apt-get install fonts-noto-cjk fonts-dejavu-core
    pip install pyte pillow
    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Pictures/guided_view.py [--program PROGRAM] [--out FILE]

The child is invented. Sex and birth date are given first and then a number two of whose digits stand the wrong way
round, so that the desk can name the place.
"""
import argparse
import fcntl
import json
import os
import pathlib
import pty
import select
import signal
import struct
import tempfile
import termios
import time

import pyte
from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURE = ROOT / "Sources/xueji/Documentation.docc/Resources/guided-view.png"
HANZI = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
MONO_SC = 7
# For the few signs that the Chinese font lacks, or draws twice as wide as a terminal does.
SIGNS = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono{}.ttf"
SIGN_CHARACTERS = "▸✓✗○…◇↑↓“”‘’"
COLUMNS, ROWS = 80, 24
CELL, LINE, SIZE, MARGIN = 9, 22, 18, 14
PAPER, INK = "#fbfaf7", "#20242b"
COLOURS = {
    "default": INK, "black": INK, "red": "#b3261e", "green": "#1d7a3a", "brown": "#8a6100", "blue": "#1f57b0",
    "magenta": "#8a2a8a", "cyan": "#0f7383", "white": "#6b7280", "brightblack": "#6b7280",
}
SETTINGS = {
    "format": "xueji-store/1",
    "settings": {"kindergarten": "示范幼儿园", "division": "441302", "classes": ["小一班", "小二班", "中一班"]},
}
# What is typed, and what the screen shows once it was understood.
STEPS = [
    ("", "孩子的姓名"), ("潘小明", "潘小明"), ("\r", "国籍或地区"), ("\r", "孩子用哪种证件"), ("\r", "0 / 18"),
    ("\t", "男"), ("1", "孩子的出生日期"), ("20220305", "2022年3月5日"), ("\x14", "第几项"), ("6", "6"),
    ("\r", "/ 18"), ("441302202203052136", "2136"), ("\r", "写反了"),
]


class Desk:
    """The program on a pty, its screen kept by an emulator."""

    def __init__(self, program, store):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            names = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "LOGNAME": "desk"}
            os.execve(program, [program, "fill", "--store", store], names)

    def read(self, seconds):
        if not select.select([self.side], [], [], seconds)[0]:
            return False
        self.stream.feed(os.read(self.side, 65536))
        return True

    def step(self, keys, shown):
        os.write(self.side, keys.encode())
        deadline = time.monotonic() + 10
        while not any(shown in line for line in self.lines()):
            if time.monotonic() > deadline:
                raise SystemExit(f"{shown} never came:\n" + "\n".join(self.lines()))
            self.read(0.1)
        # The rest of the same redraw, and the time of the save.
        while self.read(0.3):
            pass

    def lines(self):
        return [line.replace("\0", "") for line in self.screen.display]

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        try:
            while self.read(5):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)


def draw(screen):
    hanzi = [ImageFont.truetype(HANZI.format(name), SIZE, index=MONO_SC) for name in ("Regular", "Bold")]
    signs = [ImageFont.truetype(SIGNS.format(name), SIZE - 2) for name in ("", "-Bold")]
    image = Image.new("RGB", (COLUMNS * CELL + 2 * MARGIN, ROWS * LINE + 2 * MARGIN), PAPER)
    pen = ImageDraw.Draw(image)
    for row in range(ROWS):
        for column in range(COLUMNS):
            cell = screen.buffer[row][column]
            ink, paper = COLOURS.get(cell.fg, "#" + cell.fg), None
            if cell.bg != "default":
                paper = COLOURS.get(cell.bg, "#" + cell.bg)
            if cell.reverse:
                ink, paper = PAPER, ink
            x, y = MARGIN + column * CELL, MARGIN + row * LINE
            wide = column + 1 < COLUMNS and screen.buffer[row][column + 1].data == ""
            if paper:
                pen.rectangle((x, y, x + CELL * (2 if wide else 1) - 1, y + LINE - 1), fill=paper)
            if cell.data.strip() and cell.data in "─━":
                pen.line((x, y + LINE // 2, x + CELL - 1, y + LINE // 2), fill=ink)
            elif cell.data.strip() and cell.data in "█░":
                fill = ink if cell.data == "█" else "#d9d7d0"
                pen.rectangle((x, y + 5, x + CELL - 1, y + LINE - 6), fill=fill)
            elif cell.data.strip():
                width = CELL * (2 if wide else 1)
                font = (signs if cell.data in SIGN_CHARACTERS else hanzi)[cell.bold]
                pen.text((x + width / 2, y + LINE * 0.76), cell.data, font=font, fill=ink, anchor="ms")
    x, y = MARGIN + screen.cursor.x * CELL, MARGIN + screen.cursor.y * LINE
    pen.rectangle((x, y + 2, x + 1, y + LINE - 3), fill=INK)
    return image.quantize(32)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / ".build/release/xueji"))
    parser.add_argument("--out", default=str(PICTURE))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "store.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        desk = Desk(options.program, folder)
        for keys, shown in STEPS:
            desk.step(keys, shown)
        print("\n".join(desk.lines()))
        draw(desk.screen).save(options.out, optimize=True)
        desk.end()


if __name__ == "__main__":
    main()
