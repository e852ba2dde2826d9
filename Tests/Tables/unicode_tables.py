#!/usr/bin/env python3
"""Makes the two tables of characters in Forms/lists/ from the Unicode Character Database.

    apt-get install unicode-data
    python3 Tests/Tables/unicode_tables.py [FOLDER of the database, else /usr/share/unicode]

look-alike.tsv: characters that are not the one they look like. `mended` are those of the blocks of radicals and strokes
(EquivalentUnifiedIdeograph.txt): no name is written with them, so the hanzi takes their place. `compared` are CJK
compatibility ideographs (their decompositions in UnicodeData.txt), which are names of their own and are one only where
children are looked for twice, and letters of other scripts that look like Latin ones or like hanzi (chosen here).

traditional.tsv: traditional hanzi whose simplified form (kSimplifiedVariant in Unihan_Variants.txt) occurs in a list that
can be searched, unless the hanzi itself occurs there too, as the 乾 of 乾县 does.
"""
import bz2
import csv
import pathlib
import re
import sys

LISTS = pathlib.Path(__file__).parents[2] / "Forms" / "lists"
OWN = ("look-alike", "traditional", "lunar")
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
    pairs = {}
    for line in lines(folder / "EquivalentUnifiedIdeograph.txt"):
        parts = line.split("#")[0].split(";")
        if len(parts) < 2:
            continue
        ends = [int(end, 16) for end in parts[0].split("..")]
        for value in range(ends[0], ends[-1] + 1):
            pairs[chr(value)] = chr(int(parts[1], 16))
    return pairs


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


def write(name, standard, as_of, header, rows):
    with open(LISTS / f"{name}.tsv", "w", encoding="utf-8", newline="") as file:
        file.write(f"# standard: {standard}\n# as of: {as_of}\n# made by: Tests/Tables/unicode_tables.py\n")
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([header, *rows])
    print(f"{name}: {len(rows)}")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    as_of = "Unicode " + version(folder / "EquivalentUnifiedIdeograph.txt")
    rows = [(one, other, "mended") for one, other in sorted(radicals(folder).items())]
    rows += [(one, other, "compared") for one, other in sorted((compatibility(folder) | LETTERS).items())]
    write(
        "look-alike",
        "Unicode's EquivalentUnifiedIdeograph and the decompositions of its compatibility ideographs; letters are ours",
        as_of, ("character", "looks_like", "use"), rows)
    used = listed()
    rows = []
    for one, others in sorted(simplified(folder).items()):
        there = [other for other in others if other != one and other in used]
        if there and one not in used:
            rows.append((one, there[0]))
    write(
        "traditional", "Unihan's kSimplifiedVariant, for the hanzi of the lists", as_of, ("traditional", "simplified"), rows)


if __name__ == "__main__":
    main()
