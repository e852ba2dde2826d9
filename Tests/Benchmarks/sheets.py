#!/usr/bin/env python3
"""Times sheets: going out and read back, and being checked, beside what a user would otherwise take (openpyxl).

    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/sheets.py [--records 10000,170000] [--days 200] [PROGRAM]

For each number of records: a store of invented approved children, made outside the clock; `xueji export` as a workbook, the
whole command with reading the records, writing, reading back cell by cell, the ledger and noting every record; the same
again, which sends nobody; `xueji check` of the sheet without a store; and openpyxl writing and reading the same cells, in the
same run. Memory is the largest resident size. The largest store takes about 4 GB below the folder for temporary files.
"""
import argparse
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import review

OPENPYXL_WRITE = """
import openpyxl, sys
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)
rows = list(rows)
import time
start = time.perf_counter()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("s")
for row in rows:
    sheet.append(row)
book.save(sys.argv[2])
written = time.perf_counter() - start
start = time.perf_counter()
count = sum(1 for _ in openpyxl.load_workbook(sys.argv[2], read_only=True).active.iter_rows(values_only=True))
print(f"{written:.2f} s to write, {time.perf_counter() - start:.2f} s to read {count} rows")
"""


def approved(chance, number, day):
    identity, _, status, value = review.record(chance, number, day)
    by = {"name": "审核", "role": "staff"}
    for act in ([] if status == "submitted" else ["hand-in"]) + ["approve"]:
        value["history"].append({"act": act, "at": value["changed"]["at"], "by": by,
                                 "revision": len(value["history"]) + 1})
    value["status"], value["revision"] = "approved", len(value["history"])
    return identity, value


def make(path, count, days):
    chance = random.Random(1)
    first = datetime.date(2015, 1, 28) - datetime.timedelta(days=days - 1)
    for number in range(count):
        day = (first + datetime.timedelta(days=number % days)).isoformat()
        folder = f"{path}/records/{day}"
        if number < days:
            os.makedirs(folder, 0o700, exist_ok=True)
        identity, value = approved(chance, number, day)
        with open(f"{folder}/{identity}.json", "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=2, sort_keys=True)


def timed(command, output):
    """Seconds of a command, and its largest size in memory in MB."""
    start = time.perf_counter()
    with open(output, "w", encoding="utf-8") as file:
        process = subprocess.Popen(command, env=review.ENVIRONMENT, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(status)


def measure(program, folder, count, days):
    store = f"{folder}/{count}"
    make(store, count, days)
    on = ["--store", store, "--on", "2015-01-28"]
    # What has just been written may change again without a trace, and would be read at every command.
    time.sleep(4)
    subprocess.run([program, "list", "--word", "numbered", *on], env=review.ENVIRONMENT, check=True,
                   capture_output=True)
    print(f"{count} records over {days} days")
    sheet = f"{folder}/{count}.xlsx"
    seconds, size, status = timed([program, "export", "-o", sheet, *on], f"{folder}/out")
    print(f"  out, and read back: {seconds:.1f} s, {size:.0f} MB, exit {status},"
          f" {os.path.getsize(sheet) / 1e6:.1f} MB")
    seconds, size, status = timed([program, "export", "-o", f"{folder}/again.xlsx", *on], f"{folder}/out")
    print(f"  once more, which sends nobody: {seconds:.1f} s, {size:.0f} MB, exit {status}")
    seconds, size, status = timed(
        [program, "check", sheet, "--store", f"{folder}/none", "--on", "2015-01-28", "--format", "tsv"], f"{folder}/out")
    print(f"  checked: {seconds:.1f} s, {size:.0f} MB, exit {status}")
    answer = subprocess.run([sys.executable, "-c", OPENPYXL_WRITE, sheet, f"{folder}/theirs.xlsx"], check=True,
                            capture_output=True, text=True)
    print(f"  openpyxl: {answer.stdout.strip()}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--records", default="10000,170000")
    parser.add_argument("--days", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in [int(count) for count in options.records.split(",")]:
            measure(options.program, folder, count, min(options.days, count))


if __name__ == "__main__":
    main()
