#!/usr/bin/env python3
"""Makes Forms/lists/hanzi.tsv and Forms/lists/words.tsv, the tables that Chinese is typed with.

    apt-get install unicode-data            Unihan: readings, radicals, strokes (Unicode licence)
    pip download --no-deps jieba==0.42.1    its dict.txt: words with counts (MIT)
    hanzi.py jieba-0.42.1/jieba/dict.txt

Characters: every one of Unihan that has a Mandarin reading or a radical. How often one is a surname, part of a given
name, or used at all is counted in the word list: names are the words that it marks as such. A word is read as its
characters are mostly read, and, where one of them has a second common reading, in that way too.
"""
import bz2
import collections
import itertools
import pathlib
import sys
import unicodedata

UNICODE = pathlib.Path("/usr/share/unicode")
LISTS = pathlib.Path(__file__).resolve().parents[2] / "Forms" / "lists"
WORDS = 20_000
NOT_TYPED = {"nr", "nrt", "nrfg", "eng", "m", "x"}

# Surnames of two characters, and readings that a character has as a surname only.
DOUBLE = (
    "欧阳 司马 上官 诸葛 尉迟 皇甫 司徒 东方 夏侯 令狐 慕容 公孙 长孙 宇文 轩辕 端木 独孤 南宫 西门 百里 闻人 呼延 澹台 "
    "公冶 宗政 濮阳 淳于 单于 太叔 申屠 钟离 鲜于 闾丘 司空 拓跋 赫连 万俟 东郭 梁丘 左丘 纳兰 欧阳").split()
AS_SURNAME = {
    "单": "shan", "尉": "wei yu", "仇": "qiu", "解": "xie", "曾": "zeng", "区": "ou", "查": "zha", "盖": "ge gai", "任": "ren",
    "朴": "piao", "翟": "zhai", "乐": "yue le", "缪": "miao", "员": "yun", "宓": "mi", "覃": "qin tan", "华": "hua", "纪": "ji",
    "万": "wan", "召": "shao", "应": "ying", "繁": "po", "秘": "bi", "种": "chong", "冼": "xian", "洗": "xian", "折": "she",
    "黑": "he hei", "重": "chong", "阚": "kan", "那": "na", "燕": "yan", "牟": "mu mou", "逄": "pang", "祭": "zhai", "晁": "chao",
    "郇": "xun huan", "隗": "wei kui", "车": "che", "石": "shi", "沈": "shen", "贾": "jia", "郝": "hao", "褚": "chu", "佘": "she",
    "尹": "yin", "柏": "bai bo", "薄": "bo", "卜": "bu", "强": "qiang", "宁": "ning", "曲": "qu", "葛": "ge", "谌": "chen shen",
    "于": "yu", "殷": "yin", "长": "chang", "行": "xing", "哈": "ha", "撒": "sa", "相": "xiang", "俞": "yu", "余": "yu",
    "尉迟": "yu chi|wei chi", "长孙": "zhang sun|chang sun", "万俟": "mo qi|wan si", "澹台": "tan tai|dan tai",
    "单于": "chan yu", "鲜于": "xian yu", "淳于": "chun yu", "宇文": "yu wen", "呼延": "hu yan", "令狐": "ling hu",
}

# What children and their parents are named today, which a list of words from books and papers counts too low. Ours.
NAMED_TODAY = (
    "梓子宇泽雨涵欣一诗佳宸轩奕浩思瑞睿嘉博沐萱昕熙辰晨明俊怡艺悦可语心安若瑶妍琪琳雅彤婷静丽芳伟强磊洋勇艳娟敏超秀霞平刚桂"
    "英华玉兰红春燕建国军海波志飞鹏龙凤云雪梅莉晓天乐馨依诺然逸恒毅航翔峰山清秋冬夏月阳铭哲宁佑文杰慧颖倩娜洁丹莹媛雯菲璐薇"
    "琴珍珠宝香莲荣花凯斌涛鑫鸿辉亮帅旭东兴旺发财贵福禄寿康健永长生金银银铁林森木树松柏竹桃杏柳杨枫梧桐荷菊蓉芷芸茜茹莎蔓"
    "蕾蕊薰苗菡茵芮苒芯晴昊昱晟晖晗暄曦朗朝晏景智曼启承廷延弘彦彬彪御微念恩悠惠愉懿成戎振挺捷政敬斐新昂昌昭昶時有本权杉柔"
    "栋栩桓桢楚楠榕槿歆正毓江汐汶沁沂沛泉洲洛津浚涓润涵淇淑淳添清渊渝湘溪滢潇潼澄澜澈炎炜烁烨焕煜照熠爱璇璞玥玲珂珈珊珏珺"
    "理琛琦琬琰瑜瑾璟甜皓盈盛真祎祥祺禹科程穆立竣筱籽素纯紫绍维绮羽翰翊耀聪胜致舒良苏茂荟荣菁蓝虹蝶衍裕西言诚谦豪贤贝赫超越"
    "跃轶辛迪迅远逍郁钧钰铠锋锐锦长闻雁雄雷霄霆霏霖露韵顺颂风骏骁高鹤麒麟黎默齐")


def plain(reading):
    """hóng → hong, lǜ → lv."""
    text = unicodedata.normalize("NFD", reading.lower())
    text = text.replace("u\u0308", "v").replace("e\u0302", "e")
    return "".join(c for c in text if "a" <= c <= "z")


def unihan(name):
    with bz2.open(UNICODE / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                point, key, value = line.rstrip("\n").split("\t")
                yield chr(int(point[2:], 16)), key, value


def readings():
    """Each character's readings without tones, the commonest first, and which of them are common."""
    found = collections.defaultdict(dict)
    for character, key, value in unihan("Readings"):
        found[character][key] = value
    every, common = {}, {}
    for character, keys in found.items():
        names, usual = [], []
        pinlu = [(plain(r.split("(")[0]), int(r.split("(")[1][:-1])) for r in keys.get("kHanyuPinlu", "").split()]
        total = sum(count for _, count in pinlu) or 1
        usual += [name for name, count in pinlu if count * 12 >= total]
        if not usual:
            usual += [plain(r) for r in keys.get("kMandarin", "").split()[:1]]
        names += usual + [name for name, _ in pinlu] + [plain(r) for r in keys.get("kMandarin", "").split()]
        for key in ("kTGHZ2013", "kXHC1983", "kHanyuPinyin"):
            for part in keys.get(key, "").split():
                names += [plain(r) for r in part.split(":")[1].split(",")]
        names = [name for name in dict.fromkeys(names) if name]
        if names:
            every[character] = names
            common[character] = list(dict.fromkeys(n for n in usual if n)) or names[:1]
    return every, common


def main(dictionary):
    every, common = readings()
    words = []
    for line in open(dictionary, encoding="utf-8"):
        word, count, tag = line.split()
        words.append((word, int(count), tag))
    general = collections.Counter()
    surname = collections.Counter()
    given = collections.Counter()
    for word, count, tag in words:
        for character in word:
            if character in every:
                general[character] += count
    # A name's first character is a surname if many names of three characters begin with it.
    names = [word for word, _, tag in words if tag == "nr" and 2 <= len(word) <= 4 and all(c in every for c in word)]
    # Names of other languages are spelled with characters of their own, which make no Chinese surname.
    foreign = collections.Counter(c for word, _, tag in words if tag == "nrt" or (tag == "nr" and len(word) > 3) for c in word)
    native = collections.Counter(c for word in names if len(word) == 3 for c in word)
    strange = {c for c in foreign if foreign[c] * 4 > native[c]}
    first = collections.Counter(word[0] for word in names if len(word) == 3 and not strange & set(word[1:]))
    for character, count in first.items():
        if count >= 12 or (character in AS_SURNAME and count > 1):
            surname[character] = count
    for name in dict.fromkeys(DOUBLE):
        surname[name] = 2 + sum(word.startswith(name) for word in names)
    for word in names:
        if len(word) == 3 and word[0] in surname and not strange & set(word[1:]):
            for character in word[1:]:
                given[character] += 1
    for place, character in enumerate(dict.fromkeys(NAMED_TODAY)):
        given[character] += 300 if place < 300 else 120
    write_hanzi(every, common, general, surname, given)
    write_words(words, every, common)


def ordered(counter):
    return [key for key, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))]


def write_hanzi(every, common, general, surname, given):
    rank = {character: place for place, character in enumerate(ordered(general))}
    by_reading = collections.defaultdict(list)
    for character, names in every.items():
        for place, name in enumerate(names):
            # A rare reading of a common character stands behind the characters that are read so.
            by_reading[name].append((rank.get(character, 99_999) + (3_000 if place else 0) * min(place, 3), character))
    by_radical = collections.defaultdict(list)
    for character, key, value in unihan("IRGSources"):
        if key == "kRSUnicode":
            radical, strokes = value.split()[0].split(".")
            by_radical[(int(radical.rstrip("'")), max(0, int(strokes)))].append((rank.get(character, 99_999), character))
    strokes = radical_strokes()
    rows = [("order", "surname", " ".join(ordered(surname))), ("order", "given", "".join(ordered(given)))]
    names = collections.defaultdict(list)
    for name in ordered(surname):
        if name in AS_SURNAME:
            spelled = AS_SURNAME[name].split("|") if len(name) > 1 else AS_SURNAME[name].split()
        elif len(name) > 1:
            spelled = [" ".join(every[c][0] for c in name)]
        else:
            spelled = common[name]
        for reading in spelled:
            names[reading].append(name)
    rows += [("surname", key, " ".join(value)) for key, value in sorted(names.items())]
    first = collections.defaultdict(list)
    for character in ordered(given):
        for reading in common[character]:
            first[reading].append(character)
    rows += [("given", key, "".join(value)) for key, value in sorted(first.items())]
    rows += [("reading", key, "".join(c for _, c in sorted(value))) for key, value in sorted(by_reading.items())]
    rows += [("radical", f"{key[0]}.{key[1]}", "".join(c for _, c in sorted(value)))
             for key, value in sorted(by_radical.items())]
    rows += [("strokes", str(number), str(count)) for number, count in sorted(strokes.items())]
    with open(LISTS / "hanzi.tsv", "w", encoding="utf-8") as file:
        file.write("# source: Unihan 15.0 (Debian unicode-data, Unicode licence): kMandarin, kHanyuPinlu, kHanyuPinyin, "
                   "kTGHZ2013, kXHC1983, kRSUnicode, kTotalStrokes; orders counted in jieba 0.42.1's dict.txt (MIT)\n"
                   "# made by: Tests/Tables/hanzi.py\n"
                   "kind\tkey\tcharacters\n")
        for row in rows:
            file.write("\t".join(row) + "\n")


def radical_strokes():
    """How many strokes each of the 214 radicals has by itself."""
    total = {c: int(v.split()[0]) for c, k, v in unihan("IRGSources") if k == "kTotalStrokes"}
    found = {}
    for line in open(UNICODE / "CJKRadicals.txt", encoding="utf-8"):
        parts = [part.strip() for part in line.split("#")[0].split(";")]
        if len(parts) == 3 and parts[0].isdigit():
            found[int(parts[0])] = total[chr(int(parts[2], 16))]
    return found


# What addresses are made of, whatever the word list says of it.
ADDRESS = (
    "省 市 区 县 镇 乡 村 组 队 屯 庄 街 街道 路 大道 大街 巷 弄 里 号 栋 幢 座 楼 层 室 单元 门 梯 户 东 南 西 北 中 东路 西路 南路 "
    "北路 中路 一路 二路 三路 东街 西街 南街 北街 中街 环路 新村 社区 小区 花园 花苑 家园 公寓 大厦 广场 公馆 居委会 村委会 开发区 "
    "新区 工业区 工业园 附近 对面 旁边 人民路 解放路 中山路 建设路 和平路 幸福路 文化路 胜利路 新华路 教育路 学府路 滨江路 沿江路 "
    "环城路 中心路 人民街 解放街 建设街 文明街").split()


def write_words(words, every, common):
    """One row a reading, sorted as the decoder searches: by syllables."""
    kept = [(word, count) for word, count, tag in words
            if tag not in NOT_TYPED and 1 < len(word) <= 4 and all(c in every for c in word)]
    kept.sort(key=lambda item: (-item[1], item[0]))
    single = [(word, count) for word, count, _ in words if len(word) == 1 and word in every]
    single.sort(key=lambda item: (-item[1], item[0]))
    counts = dict(kept[:WORDS] + single[:6_000])
    rows = []
    for word in sorted(set(counts) | set(ADDRESS)):
        ways = [tuple(way) for way in itertools.product(*(common[c] for c in word))]
        for way in ways[:6]:
            rows.append((way, -counts.get(word, 1), word))
    rows.sort()
    with open(LISTS / "words.tsv", "w", encoding="utf-8") as file:
        file.write("# source: jieba 0.42.1, dict.txt (MIT): its commonest words that are no names, with their counts; "
                   "readings by Unihan 15.0 (Debian unicode-data, Unicode licence); words of addresses are ours\n"
                   "# made by: Tests/Tables/hanzi.py\n"
                   "reading\tword\tcount\titem\n")
        for way, count, word in rows:
            file.write(f"{' '.join(way)}\t{word}\t{-count}\t{'address' if word in ADDRESS else ''}\n")


main(sys.argv[1])
