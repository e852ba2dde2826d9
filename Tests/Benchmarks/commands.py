#!/usr/bin/env python3
"""Measures the commands that need no screen: numbers and checks a second, memory as the input grows, search time a key.

    pip install openpyxl         (optional: workbooks)
    swift build -c release -Xswiftc -static-executable --product xueji
    python3 Tests/Benchmarks/commands.py [--scale 1.0] [PROGRAM]

Input is invented and made anew at every run. What it is compared with runs in the same minute, best of three each, on
one core: for numbers the same arithmetic in Python; for sheets only *reading* them, with Python's csv and
openpyxl, which check nothing; records are in `swift run -c release bench`. Processor time is printed beside the clock's, since a busy machine spoils the
latter. A key's time is from a query's line to the last byte of its answer, through pipes, both programs' parts in it;
worst is the slowest query when each of the slowest is asked again nine times, the best of them counted.
"""
import argparse
import csv
import os
import random
import resource
import statistics
import subprocess
import tempfile
import time

HEADINGS = (
    "姓名 班级编码 性别 出生日期 身份证件类型 身份证件号码 血型 国籍/地区 民族 港澳台侨外 出生所在地 籍贯 户口性质 非农业户口类型 户口所在地 现住址 入园日期 "
    "就读方式 是否独生子女 是否留守儿童 是否进城务工人员子女 健康状况 是否残疾幼儿 残疾幼儿类别 是否孤儿 监护人姓名 监护人身份证件类型 监护人身份证件号码"
).split()
TODAY = "2026-01-01"


def number(seventeen):
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return seventeen + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(seventeen, weights)) % 11]


def child():
    birth = f"2022{random.randint(1, 12):02}{random.randint(1, 28):02}"
    sequence = random.randint(1, 999)
    guardian = f"4413021990{random.randint(1, 12):02}{random.randint(1, 28):02}{random.randint(1, 999):03}"
    day, sex = f"{birth[:4]}-{birth[4:6]}-{birth[6:]}", sequence % 2
    own, other = number(f"441302{birth}{sequence:03}"), number(guardian)
    address = f"示范路{random.randint(1, 99)}号{random.randint(1, 9)}栋"
    # Two children of one name and birth date would be a finding.
    name = "潘" + chr(random.randint(0x4E00, 0x9FA5)) + chr(random.randint(0x4E00, 0x9FA5))
    texts = [
        name, "", "男" if sex else "女", day, "居民身份证", own, "", "中国", "汉族", "非港澳台侨", "441302000000", "广东惠州",
        "农业户口", "", "441302000000", address, "2025-09-01", "走读", "是", "非留守儿童", "否", "健康或良好", "否", "", "否", "潘大明",
        "居民身份证", other]
    return texts


def run(command, source=None):
    """The clock's seconds, the processor's seconds and the peak of memory in MB."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = 0.0
    with open(source or os.devnull) as stdin:
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        # Not what wait4 says: that counts the memory of this script from before the exec.
        with open(f"/proc/{process.pid}/status") as status:
            found = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
        memory = max([memory] + [kilobytes / 1024 for kilobytes in found])
        time.sleep(0.002)
    # 1 says that something was found.
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, processor, memory


def here(body):
    clock, processor = time.perf_counter(), time.process_time()
    body()
    return time.perf_counter() - clock, time.process_time() - processor


def show(what, count, measured, size=None):
    clock, processor = min(m[0] for m in measured), min(m[1] for m in measured)
    memory = f"  {max(m[2] for m in measured):5.1f} MB resident" if len(measured[0]) > 2 else ""
    rate = f"  {size / processor / 1e6:4.0f} MB/s" if size else ""
    print(f"{what:44} {count / processor:9,.0f}/s of processor {count / clock:9,.0f}/s by the clock{rate}{memory}")


def numbers(program, folder, scale):
    for count in (int(100_000 * scale), int(1_000_000 * scale)):
        path = f"{folder}/numbers"
        with open(path, "w") as file:
            for _ in range(count):
                year, month, day = random.randint(1950, 2022), random.randint(1, 12), random.randint(1, 28)
                file.write(number(f"441302{year}{month:02}{day:02}{random.randint(0, 999):03}") + "\n")
        show(f"xueji number, {count:,}", count, [run([program, "number", "--on", TODAY], path) for _ in range(3)])

    def arithmetic():
        with open(path) as file:
            for line in file:
                text = line[:18]
                assert number(text[:17]) == text and "19000101" <= text[6:14] <= "20260101"

    show("python, check character and a date's bounds", count, [here(arithmetic)])


def different(count):
    """So many children, of whom no two have one number."""
    numbers = set()
    while len(numbers) < count:
        texts = child()
        if texts[5] not in numbers:
            numbers.add(texts[5])
            yield texts


def workbooks(program, folder, scale):
    import openpyxl
    for count in (int(10_000 * scale), int(100_000 * scale)):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.append(HEADINGS)
        for texts in different(count):
            sheet.append([text or None for text in texts])
        book.save(f"{folder}/sheet.xlsx")
        command = [program, "check", "--on", TODAY, "--near", "441302", f"{folder}/sheet.xlsx"]
        show(f"xueji check, a workbook of {count:,}", count, [run(command) for _ in range(3)])

    def rows():
        for _ in openpyxl.load_workbook(f"{folder}/sheet.xlsx", read_only=True).worksheets[0].iter_rows():
            pass

    show("python openpyxl, reading only", count, [here(rows)])


def checks(program, folder, scale):
    for count in (int(20_000 * scale), int(200_000 * scale)):
        sheet = f"{folder}/sheet.csv"
        with open(sheet, "w", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(HEADINGS)
            for texts in different(count):
                writer.writerow(texts)
        size = os.path.getsize(sheet)
        command = [program, "check", "--on", TODAY, "--near", "441302", sheet]
        show(f"xueji check, a sheet of {count:,}", count, [run(command) for _ in range(3)], size)

    def rows():
        with open(sheet, newline="") as file:
            for _ in csv.reader(file):
                pass

    show("python csv, reading only", count, [here(rows) for _ in range(3)], size)
    with open(sheet, encoding="utf-8", newline="") as file, open(f"{folder}/gbk.csv", "w", encoding="gb18030") as other:
        other.writelines(file)
    command[-1] = f"{folder}/gbk.csv"
    show(f"xueji check, in GB 18030, {count:,}", count, [run(command) for _ in range(3)], os.path.getsize(command[-1]))
    try:
        workbooks(program, folder, scale)
    except ImportError:
        print("openpyxl is not installed")


def queries(program, scale):
    table = subprocess.run(
        [program, "lookup", "division", "", "--limit", "100000"], capture_output=True, text=True, check=True)
    places = [line.split("\t")[:2] for line in table.stdout.splitlines()[1:] if line]
    letters = "abcdefghijklmnopqrstuwxyz"
    made = []
    for index in range(int(10_000 * scale)):
        code, name = random.choice(places)
        made.append([
            code, name, name[:1], name[:2], code[:random.randint(1, 6)], "".join(random.choices(letters, k=2)),
            "".join(random.choices(letters, k=3)), random.choice(["huicheng", "hui cheng", "gdhz", "hz", "xian", "shi"]),
        ][index % 8])
    hard = [
        "", "x", "s", "xian", "xi'an", "shi", "qu", "市", "区", "县", "自治", "a" * 63, "x" * 63, "shi" * 21, "xian" * 15,
        "shixiaqu", "hshshshs", "xinjiangweiwuerzizhiqu", "新疆生产建设兵团", "1", "11", "4" * 16, "x1" * 31]
    return made, hard


def search(program, scale):
    for name in ("division", "region"):
        process = subprocess.Popen(
            [program, "lookup", name, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

        def ask(query):
            start = time.perf_counter()
            process.stdin.write((query + "\n").encode())
            answer = b""
            while not answer.endswith(b"\n\n"):
                answer += os.read(process.stdout.fileno(), 65536)
            return time.perf_counter() - start

        made, hard = queries(program, scale)
        ask("hz")
        times = [(ask(query), query) for query in made + hard]
        slow = [query for _, query in sorted(times, reverse=True)[:50]] + hard
        worst, query = max((min(ask(query) for _ in range(9)), query) for query in slow)
        ordered = sorted(taken for taken, _ in times)
        print(
            f"xueji lookup {name}, {len(times):,} queries: median {statistics.median(ordered) * 1e3:.3f} ms, "
            f"p99 {ordered[int(len(ordered) * .99)] * 1e3:.3f} ms; worst {worst * 1e3:.3f} ms ({query[:24]!r})")
        process.stdin.close()
        process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", default=".build/release/xueji")
    parser.add_argument("--scale", type=float, default=1.0)
    options = parser.parse_args()
    random.seed(28)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XUEJI_STORE"] = folder + "/store"
        numbers(options.program, folder, options.scale)
        checks(options.program, folder, options.scale)
        search(options.program, options.scale)


if __name__ == "__main__":
    main()
