#!/usr/bin/env python3
"""Makes Forms/lists/private-use.tsv: the characters of old GBK fonts in Unicode's private use area, with the standard one.

    python3 Tests/Tables/private_use.py [--into FOLDER]      (with iconv of the C library, Debian's libc-bin)

GBK and GB 18030-2000 gave U+E766 to U+E864 to signs that Unicode did not have yet. Their two bytes are the way through:
Python's codec `gb18030` is of the edition of 2000 and has a code for what stood in the private use area then; what had been
moved out of it before follows, byte by byte, what is named in MOVED. The C library's GB18030 is of 2005 and later and has
the standard character. What has none to this day is left out.
"""
import pathlib
import subprocess
import sys

FIRST, LAST = 0xE766, 0xE864
# The first of each row that GB 18030-2000 had moved already: the euro, ǹ, signs for describing characters, and FE50 to FEA0.
MOVED = {0xE76C: "A2E3", 0xE7C8: "A8BF", 0xE7E7: "A989", 0xE815: "FE50"}
LISTS = pathlib.Path(__file__).parents[2] / "Forms" / "lists"


def behind(code):
    lead, trail = code
    trail += 1
    return bytes((lead, 0x80 if trail == 0x7F else trail))


def codes():
    """The two bytes of every code point, those that python has moved filled up from their neighbours."""
    known = {}
    for value in range(FIRST, LAST + 1):
        code = chr(value).encode("gb18030")
        if len(code) == 2:
            known[value] = code
    known |= {value: bytes.fromhex(code) for value, code in MOVED.items()}
    for value in range(FIRST, LAST + 1):
        if value not in known:
            known[value] = behind(known[value - 1])
    assert len(set(known.values())) == len(known)
    return known


def standard(code):
    made = subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8"], input=code, capture_output=True)
    text = made.stdout.decode("utf-8") if made.returncode == 0 else ""
    return text if len(text) == 1 and not 0xE000 <= ord(text) <= 0xF8FF else None


def main():
    into = pathlib.Path(sys.argv[2]) if sys.argv[1:2] == ["--into"] else LISTS
    rows = [(value, standard(code)) for value, code in sorted(codes().items())]
    rows = [(value, text) for value, text in rows if text]
    with open(into / "private-use.tsv", "w", encoding="utf-8", newline="") as file:
        file.write("# standard: GB 18030-2005 and -2022 beside GBK and GB 18030-2000\n# as of: GB 18030-2022\n")
        file.write("# source: the codes of Python's gb18030 (2000), their characters in glibc's GB18030; facts of the standards\n")
        file.write("# made by: Tests/Tables/private_use.py\ncode\tcharacter\n")
        file.writelines(f"{value:X}\t{text}\n" for value, text in rows)
    print(f"private-use: {len(rows)}")


if __name__ == "__main__":
    main()
