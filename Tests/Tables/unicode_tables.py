#!/usr/bin/env python3
"""Makes the tables of characters from the Unicode Character Database: two in Forms/lists/, one in Sources/TextLayout/.

    apt-get install unicode-data
    python3 Tests/Tables/unicode_tables.py [--into FOLDER, else where they belong]

look-alike.tsv: characters that are not the one they look like. `mended` are those of the blocks of radicals and strokes
(EquivalentUnifiedIdeograph.txt): no name is written with them, so the hanzi takes their place. `compared` are CJK
compatibility ideographs (their decompositions in UnicodeData.txt), which are names of their own and are one only where
children are looked for twice, and letters of other scripts that look like Latin ones or like hanzi (chosen here).

traditional.tsv: traditional hanzi whose simplified form (kSimplifiedVariant in Unihan_Variants.txt) occurs in a list that
can be searched, unless the hanzi itself occurs there too, as the 乾 of 乾县 does.

TextWidth+Ranges.swift: the characters of two columns (W and F in EastAsianWidth.txt), but for marks, which take none.
Like the C library this takes circled numbers on squares (U+3248) and hexagrams (U+4DC0) for wide, and like
Sources/CNcurses/widths.c all of planes 2 and 3.
"""
import bz2
import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).parents[2]
LISTS = ROOT / "Forms" / "lists"
DATABASE = pathlib.Path("/usr/share/unicode")
OWN = ("look-alike", "traditional", "lunar", "hanzi", "words", "private-use")
LETTERS = dict(zip("АВЕКМНОРСТХаеорсухіјѕ", "ABEKMHOPCTXaeopcyxijs"))
LETTERS |= dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"))
LETTERS |= dict(zip("エカニハロトタセ", "工力二八口卜夕七"))


def lines(path):
    opened = bz2.open(path, "rt", encoding="utf-8") if path.suffix == ".bz2" else open(path, encoding="utf-8")
    with opened as file:
        yield from file


def version(path):
    first = next(lines(path))
    return re.search(r"-(\d+\.\d+\.\d+)", first).group(1)


def radicals(folder):
    pairs = properties(folder / "EquivalentUnifiedIdeograph.txt")
    return {chr(one): chr(int(other, 16)) for one, other in pairs.items()}


def compatibility(folder):
    pairs = {}
    for line in lines(folder / "UnicodeData.txt"):
        fields = line.split(";")
        value = int(fields[0], 16)
        if 0xF900 <= value <= 0xFAFF or 0x2F800 <= value <= 0x2FA1F:
            if re.fullmatch(r"[0-9A-F]+", fields[5]):
                pairs[chr(value)] = chr(int(fields[5], 16))
    # A decomposition may lead to another compatibility ideograph.
    return {one: pairs.get(other, other) for one, other in pairs.items()}


def simplified(folder):
    pairs = {}
    for line in lines(folder / "Unihan_Variants.txt.bz2"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 3 and fields[1] == "kSimplifiedVariant":
            one = chr(int(fields[0][2:], 16))
            pairs[one] = [chr(int(other[2:], 16)) for other in fields[2].split()]
    return pairs


def listed():
    used = set()
    for path in LISTS.glob("*.tsv"):
        if path.stem not in OWN:
            used |= {character for character in path.read_text("utf-8") if character > "\u3000"}
    return used


def properties(path):
    """The property of each character in a file of ranges."""
    values = {}
    for line in lines(path):
        parts = line.split("#")[0].split(";")
        if len(parts) < 2:
            continue
        ends = [int(end, 16) for end in parts[0].split("..")]
        values |= dict.fromkeys(range(ends[0], ends[-1] + 1), parts[1].strip())
    return values


def wide():
    widths = properties(DATABASE / "EastAsianWidth.txt")
    marks = properties(DATABASE / "extracted" / "DerivedGeneralCategory.txt")
    found = {one for one, width in widths.items() if width in "WF" and marks.get(one) not in ("Mn", "Me", "Cf")}
    return found | set(range(0x3248, 0x3250)) | set(range(0x4DC0, 0x4E00)) | set(range(0x20000, 0x3FFFE))


def ranges(numbers):
    """From the first to the last of those that follow each other."""
    found = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def write_widths(folder):
    rows = [""]
    for first, last in ranges(wide()):
        item = f"0x{first:04X}...0x{last:04X},"
        if len(rows[-1]) + len(item) > 115:
            rows.append("")
        rows[-1] += (" " if rows[-1] else "") + item
    body = "\n".join(f"    {row}" for row in rows)
    (folder / "TextWidth+Ranges.swift").write_text(f"""\
extension TextWidth {{
  /// The characters of two columns, in order, as of Unicode {version(DATABASE / "EastAsianWidth.txt")}.
  ///
  /// Made by Tests/Tables/unicode_tables.py; a test compares it with what that makes.
  static let wide: [ClosedRange<UInt32>] = [
{body}
  ]
}}
""", "utf-8")


def write(folder, name, standard, as_of, header, rows):
    with open(folder / f"{name}.tsv", "w", encoding="utf-8", newline="") as file:
        file.write(f"# standard: {standard}\n# as of: {as_of}\n# made by: Tests/Tables/unicode_tables.py\n")
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([header, *rows])
    print(f"{name}: {len(rows)}")


def main():
    into = pathlib.Path(sys.argv[2]) if sys.argv[1:2] == ["--into"] else None
    as_of = "Unicode " + version(DATABASE / "EquivalentUnifiedIdeograph.txt")
    rows = [(one, other, "mended") for one, other in sorted(radicals(DATABASE).items())]
    rows += [(one, other, "compared") for one, other in sorted((compatibility(DATABASE) | LETTERS).items())]
    write(
        into or LISTS, "look-alike",
        "Unicode's EquivalentUnifiedIdeograph and the decompositions of its compatibility ideographs; letters are ours",
        as_of, ("character", "looks_like", "use"), rows)
    used = listed()
    rows = []
    for one, others in sorted(simplified(DATABASE).items()):
        there = [other for other in others if other != one and other in used]
        if there and one not in used:
            rows.append((one, there[0]))
    write(
        into or LISTS, "traditional", "Unihan's kSimplifiedVariant, for the hanzi of the lists", as_of,
        ("traditional", "simplified"), rows)
    write_widths(into or ROOT / "Sources" / "TextLayout")


if __name__ == "__main__":
    main()
