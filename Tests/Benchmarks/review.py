#!/usr/bin/env python3
"""Times lists and duplicates on a city's store (170,000 invented records over 200 days) and on one day of 1,000.

    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/review.py [--records 170000] [--days 200] [--runs 20] [PROGRAM]

Each figure is the whole command, from the start of the process to its end: the median of the runs, with the index as
the run before left it, and the files in the system's cache. The index is made once for each store, at the first
command. A duplicate is looked for by approving a record that cannot be approved, which changes nothing. The store of
170,000 takes about 4 GB below the folder for temporary files.
"""
import argparse
import datetime
import json
import os
import random
import statistics
import subprocess
import tempfile
import time

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": os.environ["PATH"], "LOGNAME": "bench"}
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SURNAMES = "潘陈李王张刘黄林吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾"
GIVEN = "小明红丽强华芳军敏静伟磊洋勇艳杰涛超霞平刚辉玲桂英文慧玉萍建国"
ANSWERS = {
    "nationality": "CHN", "id_type": "1", "ethnic_group": "01", "overseas_status": "00", "blood_type": "0",
    "birthplace": "441302000000", "native_place": "广东惠州", "hukou_type": "2", "nonagricultural_type": "1",
    "hukou_place": "441302000000", "address": "演示路 1 号", "entry_date": "2014-09-01", "attendance": "1",
    "only_child": "1", "left_behind": "0", "migrant_worker_child": "0", "health": "10", "disabled": "0",
    "orphan": "0", "guardian_name": "潘女士", "guardian_id_type": "1", "guardian_id_number": "440524198001010013",
}


def child(chance):
    born = datetime.date(2010, 1, 1) + datetime.timedelta(days=chance.randrange(1500))
    number = f"441302{born:%Y%m%d}{chance.randrange(1000):03d}"
    number += "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS)) % 11]
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.randrange(1, 3)))
    sex = "1" if int(number[16]) % 2 else "2"
    return name, number, born.isoformat(), sex


def record(chance, number, day):
    tail = f"{chance.randrange(1 << 62) | 1 << 63:016x}"
    code, rest = "", int(tail[8:], 16)
    for _ in range(4):
        code, rest = code + ALPHABET[rest % 31], rest // 31
    identity = f"0197f6c2-5e1b-7{number % 4096:03x}-{tail[:4]}-{tail[4:]}"
    name, document, born, sex = child(chance)
    by = {"name": "潘女士", "relation": "52", "role": "guardian"}
    values = {**ANSWERS, "name": name, "id_number": document, "birth_date": born, "sex": sex}
    history, answers = [], {}
    for revision, (field, value) in enumerate(values.items(), 1):
        at = f"{day}T08:{revision:02d}:07.410+08:00"
        answers[field] = {"at": at, "by": by, "source": "told", "value": value}
        history.append({"act": "answer", "at": at, "by": by, "field": field, "new": answers[field],
                        "revision": revision})
    status = chance.choice(["draft", "submitted", "submitted"])
    if status == "submitted":
        history.append({"act": "hand-in", "at": f"{day}T08:40:00.000+08:00", "by": by, "revision": len(history) + 1})
    stamp = {"at": f"{day}T08:00:00.000+08:00", "by": by}
    return identity, code, status, {
        "accepted": [], "answers": answers, "changed": {"at": history[-1]["at"], "by": by}, "code": code,
        "contact": {"class": chance.choice(["小一班", "中二班", "大一班"])}, "created": stamp, "exports": [],
        "form": {"name": "preschool-28", "version": 1}, "format": "xueji-record/1", "history": history,
        "id": identity, "number": None, "proposals": [], "queries": [], "revision": len(history), "status": status,
    }


def make(path, count, days):
    """A store of so many records; gives a code that waits for nothing and the last day."""
    chance = random.Random(1)
    first = datetime.date(2015, 1, 28) - datetime.timedelta(days=days - 1)
    draft, size = None, 0
    for number in range(count):
        day = (first + datetime.timedelta(days=number % days)).isoformat()
        folder = f"{path}/records/{day}"
        if number < days:
            os.makedirs(folder, 0o700, exist_ok=True)
        identity, code, status, value = record(chance, number, day)
        if status == "draft":
            draft = code
        text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
        size += len(text)
        with open(f"{folder}/{identity}.json", "w", encoding="utf-8") as file:
            file.write(text)
    print(f"  {count} records, {size / count / 1000:.1f} thousand characters each, over {days} days")
    return draft


def run(program, store, *arguments):
    start = time.perf_counter()
    done = subprocess.run([program, *arguments, "--store", store, "--on", "2015-01-28"], env=ENVIRONMENT,
                          capture_output=True, check=False)
    return time.perf_counter() - start, done


def measure(program, store, draft, runs):
    # What has just been written may change again without a trace, and would be read at every command.
    time.sleep(4)
    seconds, _ = run(program, store, "list", "--word", "numbered")
    index = os.path.getsize(f"{store}/index.sqlite") / 1e6
    print(f"  the index is made in {seconds:.1f} s and has {index:.0f} MB")
    commands = {
        "a page of one day": ("list", "--day", "2015-01-28"), "what waits, of one class": (
            "list", "--word", "waiting", "--class", "中二班", "--search", "潘小明"),
        "a name": ("list", "--search", "小明"), "four last digits": ("list", "--search", "1234"),
        "a code": ("list", "--search", draft), "a duplicate, and approving": ("approve", draft),
        "everything": ("list",),
    }
    for name, arguments in commands.items():
        times = []
        for _ in range(runs if name != "everything" else 3):
            seconds, done = run(program, store, *arguments)
            times.append(seconds * 1000)
        lines = len(done.stdout.splitlines()) - 1
        print(f"  {name}: median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms, {lines} lines")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--records", type=int, default=170_000)
    parser.add_argument("--days", type=int, default=200)
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count, days in [(1_000, 1), (options.records, options.days)]:
            store = f"{folder}/{count}"
            draft = make(store, count, days)
            measure(options.program, store, draft, options.runs)


if __name__ == "__main__":
    main()
