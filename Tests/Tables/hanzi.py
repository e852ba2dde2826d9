#!/usr/bin/env python3
"""Makes Forms/lists/hanzi.tsv and Forms/lists/words.tsv, the tables that Chinese is typed with.

    apt-get install unicode-data            Unihan: readings, radicals, strokes (Unicode licence)
    pip download --no-deps jieba==0.42.1    its dict.txt: words with counts (MIT)
    hanzi.py jieba-0.42.1/jieba/dict.txt [--into FOLDER, else Forms/lists]

Characters: every one of Unihan that has a Mandarin reading or a radical. How often one is used, or is part of a given
name, is counted in the word list, where names are marked as such. Surnames are listed here (see SURNAMES). A word is
read as its characters are mostly read and, where one of them has a second common reading, in that way too.
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
# What is no word of the language, and how likely a kind of word is in an address beside how often it is printed.
NOT_TYPED = {"nr", "nrt", "nrfg", "eng", "m", "x"}
WEIGHTS = {"ns": 6, "nt": 0.5, "nz": 2, "i": 0.1, "l": 0.3, "d": 0.3, "c": 0.3, "r": 0.3, "p": 0.3, "u": 0.3, "uj": 0.3, "ul": 0.3,
           "uv": 0.3, "ud": 0.3, "uz": 0.3, "ug": 0.3, "y": 0.2, "v": 0.3,
           "vn": 0.5, "a": 0.7}

# The first hundred are those of the Ministry of Public Security's report on the names of 2020, in its order; the next
# three hundred stand about in the order of how many people bear them.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏"
    "付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常傅温汤康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关"
    "兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项"
    "连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠"
    "荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁"
    "芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡"
    "富尧闭由萧阎")
# The surnames of 百家姓, a primer of the Song dynasty, and others that people bear today.
HUNDRED_FAMILIES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉"
    "岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆"
    "荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄"
    "印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连"
    "茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相"
    "查后荆红游竺权逯盖益桓公晋楚闫法汝鄢涂钦岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖撒召员仉亓庹禤黏郄妫佀呙揣萨买侴冮尕付区折"
    "黑祭种繁秘郇洗冼句冒令过尉朴缴矫线青由树门才介资次仝仵代们但位克冶刀刑力化占卿双召台同名后听和咸品哈商善嘎国图坚堂塔夜姐孛孝宇宜宝客"
    "寸射将小尔展山岩岱巨布帖师帕库应延开弋归当役律徒德念忻怀思恽恩慈戢战所扎扬才把折抗拉拓拜揭操支敏斌斯旦旺昂昔昝晋暴曲木朴权来果枝柔桐"
    "梁森植楚橘檀毓母民水求汝汤沐沃沙油泉法泽洋济海涉清温源满演潭火热焉照爨牙玄玛环琚瓦生用甫甯由畅登皇盘直相真睢矣祝祖福禹种程穰窑立端笃"
    "第策粘红线练缐翦老肇臻自良芳苍英茂荔莎莱菅萨董蒯蔚虎蛮行袭西覃见言训访诗详谌谯象贝赏越踪辉达运还迪逢遇道邓邝那邱郅郧酒采里银锁锺门闪"
    "问间阔阙陈隋隗雍零霄青鞠音项须颉顿颜颛饶马骞高鬱鲜麴黄黎黏齐")
DOUBLE = (
    "欧阳 司马 上官 诸葛 尉迟 皇甫 司徒 东方 夏侯 令狐 慕容 公孙 长孙 宇文 轩辕 端木 独孤 南宫 西门 百里 闻人 呼延 澹台 公冶 宗政 濮阳 淳于 "
    "单于 太叔 申屠 钟离 鲜于 闾丘 司空 拓跋 赫连 万俟 东郭 梁丘 左丘 纳兰 第五 公羊 谷梁 亓官 司寇 仉督 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 "
    "夹谷 宰父 段干 百里 南门 羊舌 微生 左人 北宫 叶赫 完颜 那拉 爱新 钮祜 纥奚 哥舒 欧侯 太史 公输 西陵 东门").split()
# Readings that a character has as a surname.
AS_SURNAME = {
    "单": "shan", "尉": "wei yu", "仇": "qiu", "解": "xie", "曾": "zeng", "区": "ou", "查": "zha", "盖": "ge gai", "任": "ren",
    "朴": "piao", "翟": "zhai di", "乐": "yue le", "缪": "miao", "员": "yun", "宓": "mi fu", "覃": "qin tan", "华": "hua",
    "纪": "ji", "万": "wan", "召": "shao", "应": "ying", "繁": "po", "秘": "bi", "种": "chong", "冼": "xian", "洗": "xian",
    "折": "she", "黑": "he hei", "阚": "kan", "那": "na", "燕": "yan", "牟": "mu mou", "逄": "pang", "祭": "zhai",
    "晁": "chao", "郇": "xun huan", "隗": "wei kui", "车": "che", "石": "shi", "沈": "shen", "贾": "jia", "郝": "hao",
    "褚": "chu", "佘": "she", "尹": "yin", "柏": "bai bo", "薄": "bo", "卜": "bu", "强": "qiang jiang", "宁": "ning",
    "曲": "qu", "葛": "ge", "谌": "chen shen", "于": "yu", "殷": "yin", "长": "chang", "行": "xing", "哈": "ha", "撒": "sa",
    "相": "xiang", "俞": "yu", "余": "yu", "郗": "xi chi", "郤": "xi", "郄": "qie xi", "句": "gou", "过": "guo", "乜": "nie mie",
    "费": "fei bi", "贲": "ben", "不": "fou", "逯": "lu", "令": "ling", "冒": "mao", "佴": "nai", "仉": "zhang", "笪": "da",
    "璩": "qu", "庹": "tuo", "禤": "xuan", "呙": "guo", "冮": "gang", "缴": "jiao", "广": "guang", "藏": "zang", "都": "du",
    "幺": "yao", "侴": "chou", "妫": "gui", "将": "jiang", "重": "chong", "占": "zhan", "盛": "sheng", "成": "cheng",
    "尉迟": "yu chi|wei chi", "长孙": "zhang sun|chang sun", "万俟": "mo qi|wan si", "澹台": "tan tai|dan tai",
    "单于": "chan yu", "鲜于": "xian yu", "淳于": "chun yu", "宇文": "yu wen", "呼延": "hu yan", "令狐": "ling hu",
    "亓官": "qi guan", "乐正": "yue zheng", "夹谷": "jia gu", "子车": "zi ju", "那拉": "na la", "宰父": "zai fu",
}
# Names of Uyghurs, Kazakhs, Hui, Tibetans, Mongols and others as they are written in Chinese. Ours.
OTHER_NAMES = (
    "买买提 麦麦提 艾力 阿里 艾合买提 艾买提 买合木提 麦合木提 阿不都拉 阿卜杜拉 阿布都拉 阿不力孜 阿不来提 阿依古丽 古丽 帕提古丽 热依汗 热孜万 吐尔逊 托乎提 吐尔洪 "
    "玉素甫 玉山江 玉苏甫 库尔班 肉孜 如孜 卡德尔 卡迪尔 木合塔尔 木塔力甫 牙生 亚森 亚生 尼亚孜 努尔 努尔兰 迪丽努尔 迪力木拉提 迪力夏提 阿娜尔 阿娜尔古丽 "
    "热合曼 赛买提 赛力克 赛达尔 沙吾提 斯拉木 司马义 依马木 依明 伊力亚斯 伊明 伊布拉音 依布拉音 祖丽 祖丽菲亚 祖农 哈力克 海力力 海仁沙 帕尔哈提 阿迪力 阿地力 "
    "阿曼古丽 阿米娜 阿依努尔 巴哈尔 巴图尔 白克力 达吾提 地力夏提 古丽娜尔 古丽努尔 古扎努尔 哈丽旦 加马力 江 卡斯木 克力木 库尔曼 马木提 米热古丽 米娜瓦尔 "
    "莫明 穆萨 尼加提 帕孜来提 热娜 热西提 茹仙古丽 萨迪尔 塔依尔 图尔荪 图尔贡 乌斯曼 吾斯曼 吾买尔 希尔艾力 夏合提 叶尔兰 叶尔江 再娜甫 再努尔 扎克尔 孜亚 "
    "巴合提 别克 哈那提 加娜 杰恩斯 木拉提 赛里克 阿合提 阿达里 阿尔曼 "
    "扎西 卓玛 次仁 平措 尼玛 达瓦 旦增 丹增 多吉 拉姆 央金 仓决 白玛 格桑 洛桑 索朗 德吉 曲珍 次旦 顿珠 罗布 边巴 巴桑 米玛 拉巴 普布 强巴 旺堆 仁青 仁增 "
    "才让 才旦 才仁 卓嘎 桑吉 班玛 加措 嘉措 贡布 更登 拉毛 措姆 旺姆 旺杰 旺扎 赤列 益西 益希 多杰 东珠 南卡 其美 "
    "巴特尔 其木格 娜仁 格日勒 苏日娜 乌云 萨仁 图雅 宝音 那日松 斯琴 呼和 额尔敦 朝鲁 哈斯 乌兰 高娃 托娅 塔娜 乌日娜 阿古拉 布和 巴雅尔 巴图 孟和 苏和 "
    "敖登 其其格 乌力吉 特木尔 白音 吉日嘎拉 哈斯其其格 娜日娜 通拉嘎 阿木尔 阿拉坦 牧仁 "
    "阿依 阿甲 阿木 伍呷 日火 阿各 拉铁 尔古 吉克 阿鲁 马海 沙马 曲比 吉木 尔布 木呷 布哈 依伟 石一 日色").split()

# What is in the names of children and of their parents, about the commonest first: a list of words from books and papers
# knows neither. Ours.
CHILDREN = (
    "子梓宇泽雨涵欣一诗佳宸轩奕浩思瑞睿嘉博沐萱昕熙辰晨明俊怡艺悦可语心安若瑶妍琪琳雅彤婷静乐馨依诺然逸恒毅航翔恩悠宁佑文杰慧颖小晓天阳朵果铭哲月星"
    "云希米桐钰筱芮楠晗煜霖皓钧凡元亦以予芸琬瑾妤妙媛洛柠诚淇沛茉荞芊苡昱峻骏烨晟昊旭景智曼启承廷延弘彦彬微念愉懿成戎柔栩楚榕槿歆正毓汐汶沁沂浚涓润淑"
    "淳添清渊渝湘溪滢潇潼澄澜澈炎炜烁焕照爱璇璞玥玲珂珈珊珏珺理琛琦琰瑜璟甜盈真祎祥祺禹科程穆立竣籽素纯紫绍维绮羽翰翊耀聪胜致舒良苏茂荟荣菁蓝虹蝶裕"
    "西言谦豪贤贝赫超越跃轶辛迪迅远逍郁锐锦长闻霄霆霏露韵顺颂风骁高鹤麒麟齐苒芯茜茹蔓蕾蕊薰苗菡茵菲薇蓉荷竹松柏林森木雪飞鸿鹏龙凯帅新华国庆东海洋波")
PARENTS = (
    "英华玉秀文明伟丽敏静杰强磊军洋勇艳娟涛超霞平刚桂兰红春燕建国梅莉云海波志飞鹏龙凤鑫芳婷小晓玲慧雪琴珍珠香莲荣花凯斌辉亮峰宁佳俊浩林永金新生忠德清"
    "利成庆荷琳颖倩娜洁丹莹媛雯菲璐薇欣怡雅彤康健伦旺发财贵福禄寿长银铁树松柏凌秋冬夏月阳山水川江河湖东南西北中立正良善义仁孝信礼智才学习武振兴民安"
    "祥瑞吉喜乐美景彩霄宏洪广大元亚友有双全传先昌盛旭光辰彬晖朝炳焕煌烈然照胜克连世代耀祖宗道根培树森桐桃杏李柳杨枝叶芬芝菊蓉苹萍英茂草青蓝翠碧素淑"
    "贤惠巧妮妹姣娇娥婉婵嫦嫣嫚玫瑰瑛瑜瑶璇琼珊珂琪爱恩情思想念忆依萌晶晴昕晨昊冰霜露雷雨虹霖韵音歌舞绣锦绮红紫彤丹朱赤银铜锋钢铭锐钧钰镇锡勤俭敬"
    "谦诚毅恒坚韧宇宙天地乾坤健朋义忠伯仲叔季少幼晚早早初仪曼甜甘贝贵宝琦琨琛玺璋乔巍岩岳峻崇嵩泉源溪流润泽沛滨浪涌淼渊")


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
        # Nobody types the r of 花儿 or the hum of 呣 for a character.
        names = [name for name in dict.fromkeys(names) if set(name) & set("aeiouv")]
        if names:
            every[character] = names
            common[character] = [n for n in dict.fromkeys(usual) if n in names] or names[:1]
    return every, common


def listed():
    """The 8,105 characters of 通用规范汉字表 by their number there: those that a register may give a child today."""
    return {character: int(value.split(":")[1]) for character, key, value in unihan("OtherMappings") if key == "kTGH"}


def main(dictionary, folder):
    every, common = readings()
    words = []
    for line in open(dictionary, encoding="utf-8"):
        word, count, tag = line.split()
        words.append((word, int(count), tag))
    general = collections.Counter()
    given = collections.Counter()
    for word, count, tag in words:
        for character in word:
            if character in every:
                general[character] += count
    names = [word for word, _, tag in words if tag == "nr" and 2 <= len(word) <= 4 and all(c in every for c in word)]
    # Names of other languages are spelled with characters of their own, which make no given name.
    foreign = collections.Counter(c for word, _, tag in words if tag == "nrt" or (tag == "nr" and len(word) > 3) for c in word)
    native = collections.Counter(c for word in names if len(word) == 3 for c in word)
    strange = {c for c in foreign if foreign[c] * 4 > native[c]}
    surnames = ordered_surnames(names, every)
    for word in names:
        if len(word) == 3 and word[0] in surnames and not strange & set(word[1:]):
            for character in word[1:]:
                given[character] += 1
    for listed in (CHILDREN, PARENTS):
        for place, character in enumerate(dict.fromkeys(listed)):
            given[character] += 600 // (place // 20 + 1)
    write_hanzi(folder, every, common, general, surnames, given)
    write_words(folder, words, every, common)


def ordered(counter):
    return [key for key, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))]


def ordered_surnames(names, every):
    """The commonest in their order, then those of two characters, then the others as often as they begin a name."""
    first = collections.Counter(word[0] for word in names if len(word) == 3)
    common = list(dict.fromkeys(SURNAMES))
    others = [c for c in dict.fromkeys(HUNDRED_FAMILIES + "".join(AS_SURNAME)) if c in every and c not in common]
    old = {c: place for place, c in enumerate(dict.fromkeys(HUNDRED_FAMILIES))}
    others = [c for c in others if c in old or c in AS_SURNAME]
    others.sort(key=lambda c: (-first[c], old.get(c, 9_999)))
    return common[:100] + DOUBLE[:1] + common[100:] + list(dict.fromkeys(DOUBLE[1:])) + others


def write_hanzi(folder, every, common, general, surnames, given):
    rank = {character: place for place, character in enumerate(ordered(general))}
    # What is in no text stands by its number in the list, and what is not in the list behind all of it.
    standard = listed()
    rank = {character: place + (0 if character in standard else 100_000) for character, place in rank.items()}
    rank |= {character: 50_000 + number for character, number in standard.items() if character not in rank}
    by_reading = collections.defaultdict(list)
    for character, names in every.items():
        for place, name in enumerate(names):
            # A rare reading of a common character stands behind the characters that are read so.
            by_reading[name].append((rank.get(character, 999_999) + 3_000 * min(place, 3), character))
    rows = [("order", "surname", " ".join(surnames)), ("order", "given", "".join(ordered(given)))]
    names = collections.defaultdict(list)
    for name in surnames:
        if name in AS_SURNAME:
            spelled = AS_SURNAME[name].split("|") if len(name) > 1 else AS_SURNAME[name].split()
        elif len(name) > 1:
            spelled = [" ".join(common[c][0] for c in name)]
        else:
            spelled = common[name]
        for reading in spelled:
            names[reading].append(name)
    rows += [("surname", key, " ".join(value)) for key, value in names.items()]
    first = collections.defaultdict(list)
    for character in ordered(given):
        for reading in common[character]:
            first[reading].append(character)
    rows += [("given", key, "".join(value)) for key, value in first.items()]
    rows += [("reading", key, "".join(c for _, c in sorted(value))) for key, value in by_reading.items()]
    rows += radical_rows(rank)
    rows.sort(key=lambda row: "\t".join(row[:2]).encode())
    with open(folder / "hanzi.tsv", "w", encoding="utf-8") as file:
        file.write("# standard: Unihan 15.0 (Debian unicode-data, Unicode licence): kMandarin, kHanyuPinlu, kHanyuPinyin, "
                   "kTGHZ2013, kXHC1983, kTGH, kRSUnicode, kTotalStrokes; how often a character is used and stands in given "
                   "names is counted in jieba 0.42.1's dict.txt (MIT); surnames are ours\n"
                   "# as of: Unicode 15.0.0\n"
                   "# made by: Tests/Tables/hanzi.py\n"
                   "kind\tkey\tcharacters\n")
        for row in rows:
            file.write("\t".join(row) + "\n")


# Forms of a radical that a dictionary's table of radicals does not show.
NO_FORMS = set("㸦䍏䶹乀乁乚乛刁孑孒孓夨才甩由甲申甴电考见戶戸赱靣髙黒鼔鼡")


def radical_rows(rank):
    """The characters of each radical by the strokes beside it; each radical's forms by their own strokes."""
    total, beside = {}, collections.defaultdict(list)
    forms = collections.defaultdict(set)
    for character, key, value in unihan("IRGSources"):
        if key == "kTotalStrokes":
            total[character] = int(value.split()[0])
        elif key == "kRSUnicode":
            for place in dict.fromkeys(value.split()):
                radical, strokes = place.split(".")
                radical = radical.rstrip("'") + ("'" if "'" in radical else "")
                beside[f"{radical}.{max(0, int(strokes))}"].append(character)
                if strokes == "0" and "\u4e00" <= character <= "\u9fff" and character not in NO_FORMS:
                    forms[character].add(radical)
    forms["见"], forms["王"] = {"147'"}, {"96"}
    # The same form stands for a hill on the left and for a city on the right.
    forms["阝"] = {"163", "170"}
    by_strokes = collections.defaultdict(list)
    for form, radicals in forms.items():
        by_strokes[total[form]].append((min(int(r.rstrip("'")) for r in radicals), form))
    rows = [("radical", key, "".join(sorted(value, key=lambda c: (rank.get(c, 999_999), c)))) for key, value in beside.items()]
    rows += [("form", f"{key:02}", "".join(form for _, form in sorted(value))) for key, value in by_strokes.items()]
    rows += [("radicals", form, " ".join(sorted(radicals))) for form, radicals in forms.items()]
    return rows


# What addresses are made of, with about how often it is met; a list of words from books counts it too low.
ENDS = "第 省 市 区 县 镇 乡 村 街 街道 路 大道 大街 巷 社区 小区 花园 东路 西路 南路 北路 中路 新村 家园 广场 公寓 大厦".split()
NUMBERED = (
    "号 栋 幢 座 楼 层 室 单元 门 梯 户 组 队 排 弄 期 院 号楼 号院 号门 楼层 大队 小队 小组 村民组 村民小组 生产队 团 连 段 环 环路 支路 "
    "支巷 路 街 巷 村 区 社 房 铺 里").split()
PARTS = (
    "第一 第二 第三 第四 第五 第六 第七 第八 第九 第十 局 所 厂 校 处 公司 屯 庄 里 东 南 西 北 中 一路 二路 三路 四路 东街 西街 南街 北街 中街 环路 花苑 公馆 居委会 村委会 居民委员会 村民委员会 开发区 高新区 经济开发区 "
    "新区 工业区 工业园 产业园 附近 对面 旁边 隔壁 后面 门口 路口 交叉口 交汇处 转角 宿舍 家属院 家属楼 教工宿舍 职工宿舍 大院 老街 新街 正街 横街 后街 步行街 "
    "商业街 市场 菜市场 农贸市场 车站 汽车站 火车站 医院 小学 中学 幼儿园 卫生院 派出所 镇政府 乡政府 农场 林场 矿区 安置区 安置房 移民新村 城中村 老城区 "
    "新城 国际 华庭 华府 华苑 名苑 名都 名城 名门 雅苑 雅居 佳苑 佳园 嘉园 嘉苑 豪庭 豪苑 御苑 御景 半岛 丽景 丽都 翠湖 翠园 锦绣 锦苑 阳光 金色 世纪 时代 "
    "水岸 湖畔 江畔 山庄 山水 别墅 公园 雅园 怡园 逸园 庭院 新苑 花城 东苑 西苑 南苑 北苑 东区 西区 南区 北区 中区").split()
ROADS = (
    "人民 解放 中山 建设 和平 幸福 文化 胜利 新华 教育 学府 学院 大学 滨江 沿江 滨河 滨湖 滨海 环城 中心 文明 迎宾 长江 黄河 珠江 江北 江南 河南 河北 城东 城西 城南 "
    "城北 东风 红旗 青年 团结 民主 民族 友谊 光明 朝阳 向阳 工业 工农 劳动 农业 科技 创业 创新 兴业 兴华 振兴 振华 复兴 富民 惠民 康乐 健康 体育 公园 市府 政府 府前 "
    "站前 火车站 机场 港口 码头 桥东 桥西 桥头 东湖 西湖 南湖 北湖 东门 西门 南门 北门 东城 西城 南城 北城 东环 西环 南环 北环 一环 二环 三环 外环 内环 中环 北京 "
    "上海 南京 天津 重庆 广州 深圳 长安 延安 井冈山 八一 五一 五四 七一 国庆 双拥 拥军 爱民 光荣 前进 跃进 先锋 育才 育英 书院 文昌 文庙 文化宫 昌盛 兴隆 永安 永乐 "
    "平安 安康 泰山 泰安 衡山 华山 黄山 庐山 昆仑 天山 天府 金山 银山 凤凰 龙山 龙华 麒麟 莲花 荷花 桂花 牡丹 梅花 芙蓉 樱花 海棠 玫瑰 紫荆 木棉 榕树 松树 柳树 竹园 "
    "桃园 梨园 果园 苹果园 石桥 新桥 大桥 龙桥 马路 石板 青石 石牌 牌坊 古城 钟楼 鼓楼 府学 县前 衙前 城隍庙 观音 财神庙 关帝庙 土地庙 水库 水厂 电厂 粮站 供销社").split()
HAMLETS = (
    "庄 村 屯 营 店 集 沟 湾 河 坡 塘 坪 岭 桥 寨 堡 坝 坑 埔 围 铺 洼 窑 峪 垭 冲 垸 圩 墩 渡 浦 厝 寮 墟 岗 坊 街 畈 垄 坳 崖 峡 洞 岩 潭 滩 洲 港 口 "
    "头 尾 背 前 后 上 下 大 小 新 老 旧 井 泉 庙 寺 观 台 坟 堰 渠 堤 圳 陂 栋 屋 排 角 嘴 岔 川 塬 峁 梁 洋 沙 石 水 山 岛 屿 澳 溪 涌 沥 田 园 林 场 站 "
    "杨 柳 桃 李 梅 竹 松 柏 槐 榆 桐 枣 茶 花 荷 莲 龙 凤 虎 马 牛 羊 鸡 鱼 鹤 黄 红 白 青 黑 金 银 铜 铁 玉 宝 福 寿 安 平 和 兴 隆 昌 盛 旺").split()


# What the home of a family is called after, behind its name: 王家湾.
HOMES = "庄 村 湾 沟 寨 营 桥 坝 坪 岭 屯 店 铺 河 塘 坡 堡 窑 洼 集 岗 坑 围 院 楼 巷 渡 埠 墩 圩 冲 垸 咀 畈 坳 垭 祠 大院".split()


def write_words(folder, words, every, common):
    """One row a reading, sorted as the decoder searches: by syllables, and then by how common a word is."""
    weighed = [(word, max(1, round(count * WEIGHTS.get(tag, 1)))) for word, count, tag in words
               if tag not in NOT_TYPED and all(c in every for c in word)]
    kept = sorted((item for item in weighed if 1 < len(item[0]) <= 4), key=lambda item: (-item[1], item[0]))
    # The small words of sentences stand in no address.
    single = sorted(((word, max(1, round(count * min(1, WEIGHTS.get(tag, 1)) ** 2))) for word, count, tag in words
                     if len(word) == 1 and word in every), key=lambda item: (-item[1], item[0]))
    counts = dict(kept[:WORDS] + single[:6_000])
    items = {}
    for word, least, item in (
            [(word, 100_000, "address") for word in ENDS] + [(word, 20_000, "number") for word in NUMBERED]
            + [(word, 6_000, "address") for word in PARTS] + [(word, 8_000, "address") for word in ROADS]
            + [(word, 3_000, "address") for word in HAMLETS]
            + [("家" + end, 6_000, "address") for end in HOMES]
            + [(name + end, 6_000 // (place // 10 + 1) + 300, "address")
               for place, name in enumerate(SURNAMES[:150]) for end in ("家", "家庄", "家村", "庄", "村")]):
        # A word of addresses is as likely there as it is listed, and elsewhere as it is printed.
        counts.setdefault(word, 1)
        items.setdefault(word, ("", 0))
        items[word] = ("number" if "number" in (item, items[word][0]) else item, max(least, items[word][1]))
    for name in OTHER_NAMES:
        counts.setdefault(name, 1)
        items.setdefault(name, ("name", 1))
    rows = []
    for word in counts:
        for way in list(itertools.product(*(common[c] for c in word)))[:6]:
            item, least = items.get(word, ("", 0))
            rows.append((way, -max(counts[word], least), word, item))
    rows.sort(key=lambda row: (" ".join(row[0]).encode(), row[1], row[2]))
    with open(folder / "words.tsv", "w", encoding="utf-8") as file:
        file.write("# standard: none: jieba 0.42.1, dict.txt (MIT): its words that are no names, with their counts, weighed by how "
                   "likely they are in addresses; readings by Unihan 15.0 (Debian unicode-data, Unicode licence); "
                   "words of addresses, and names of other languages, are ours\n"
                   "# as of: jieba 0.42.1\n"
                   "# made by: Tests/Tables/hanzi.py\n"
                   "reading\tword\tcount\titem\n")
        for way, count, word, item in rows:
            file.write(f"{' '.join(way)}\t{word}\t{-count}\t{item}\n")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[3]) if sys.argv[2:3] == ["--into"] else LISTS)
