import FormModel

/// What else the page of help of a command says.
public enum ManualPhrase: Phrase {
  case assign, restore, check, classes, day, doctor, export, importRoster, list, lookup, moves, number, people, manual,
    hanzi, simulate, demo, collect, stats
  case print, show, slip, xueji

  public var text: Localized {
    switch self {
    case .assign:
      Localized(
        """
        文件里要有学籍号、身份证件号码、姓名三列。一行一个孩子：row、code、result（assigned、same、refused）、name、message；最后列出还没有学籍号的。有了的不会改。有没填成的，退出码是 \
        1。
        """,
        """
        The file has the columns 学籍号, 身份证件号码 and 姓名. One line a child: row, code, result (assigned, same, refused), \
        name, message; then who still has none. A number that is there is never changed. Exit code 1 where one was \
        refused.
        """)
    case .restore: Localized("不带 --yes 只说会做什么，什么也不改。", "Without --yes it only says what it would do.")
    case .check:
      Localized(
        """
        表格不管怎么来的：列的先后、上面的标题行都没关系，CSV 可以是 UTF-8 或 GB 18030。还查孩子在文件里、在本机登记里有没有重复。没有错误也没有漏填时退出码是 0，否则 1；有文件读不了是 65，其余的照样检\
        查。
        """,
        """
        A sheet may come from anywhere: in any order of columns, with titles above, CSV in UTF-8 or GB 18030. \
        Children who stand in the file twice, or in the store as well, are named too. Exit code 0 when there is no \
        error and nothing missing, else 1; 65 when a file could not be read (the others are still checked).
        """)
    case .classes:
      Localized(
        "只写 classes 就列出各班。班级编码由全国系统下发，导出时按孩子的班填上。",
        """
        Alone it lists the classes. The national system issues the codes; an export puts the code of a child's class \
        in.
        """)
    case .day:
      Localized(
        "先是这一天登记的总数和分项，再是谁欠什么、什么时候补，各列是 code、name、class、item、field、due、reason、who。读不了的文件写在标准错误里，退出码是 65；磁盘出错是 74。",
        """
        First the day's balance, then a line for each debt: code, name, class, item, field, due, reason, who. A file \
        that cannot be read is named on standard error, and the exit code is 65, or 74 where the disk failed.
        """)
    case .doctor:
      Localized(
        "不带 --repair 什么也不改。一切正常时退出码是 0，否则 1。",
        "Without --repair nothing is changed. Exit code 0 when all is in order, else 1.")
    case .export:
      Localized(
        """
        导出已通过、还没导出过的孩子；导出过又更正的，另写一张更正表。写好读回来逐格核对，再记进台账，同一个孩子不会导出两次。导入时：打开表，把孩子的行复制，在官方模板里“选择性粘贴→数值”；直接粘贴会改掉模板的格式，系统会显示\
        成功却一行也没进。一份一行：code、result、name、sheet、row、message。没有导出任何一份，或者点名的没导出，退出码是 1；有读不出来的登记是 65，读写出错是 74。
        """,
        """
        Approved children that have not gone out go out; what was corrected since goes to a correction sheet of its \
        own. The file is read back and compared cell by cell, and only then entered in the ledger, so that no child \
        goes out twice. To bring it in, copy the children's rows and paste them into the official template as values \
        (Paste Special, Values): a template whose format was changed imports nothing and says success. One line a \
        record: code, result, name, sheet, row, message. Exit code 1 where nothing went out, or not all that was \
        named; 65 where a record cannot be read, which may be one of them; 74 where the disk failed.
        """)
    case .hanzi:
      Localized(
        """
        每个回答以表头开始，以空行结束，最像的在前。--item name 一次只答还没选的头一个字，先答姓；已经选好的字写在拼音前面。ü 打 v，隔音打 '。也可以写 U+2B5AF（加号可以不打），或者部首和余下的笔画数：氵5；u3 \
        是三画的部首。
        """,
        """
        Each answer begins with a header and ends with an empty line, the likeliest first. With --item name the answer \
        is to the first syllable that is still open, surnames first; characters that are chosen already stand before \
        the letters. ü is v, and an apostrophe separates. Also a code point (U+2B5AF, the + may be left out), or a \
        radical itself and the strokes beside it; u3 are the radicals of three strokes.
        """)
    case .importRoster:
      Localized(
        """
        先说每一列当作什么，再问要不要导入；没有终端时要写 --yes，不写就只说会做什么。工作簿里有表头的表都导入，一张一个班也行。一行一个孩子：row、code、result（created、filled、same、\
        differs、refused，left-out 是合计、签名这样的行）、name、message、errors、warnings、sheet。已经填好的不会改掉。没有导入的写进另一个 CSV，改好可以再导入。有没导入的\
        ，退出码是 1。
        """,
        """
        It says what each column is taken for, and asks; without a terminal it wants --yes, and only says what it \
        would do otherwise. Every sheet of a workbook that has headings is read, such as one a class. One line a \
        child: row, code, result (created, filled, same, differs, refused; left-out for totals, signatures and the \
        like), name, message, errors, warnings, sheet. Nothing that is there is written over. What was not taken goes \
        into another CSV file, which can be mended and imported again; the exit code is 1 then.
        """)
    case .list:
      Localized(
        """
        一份登记一行，先登记的在前，第一行是表头：取件码、登记时间、状态、姓名、班级，待补、错误、提醒各几项，编号，没填、未确认、没答的问题各几项，还有从登记里看出来的词。JSON 里另有改动和交表的时间、谁填的、要补的。读不了\
        的文件另外说明，退出码是 65；磁盘出错是 74。
        """,
        """
        One record a line below a header, the earliest first: its code, when it was begun, its status, name and \
        class, how many items are owed, wrong or doubtful, its id, how many are blank or unconfirmed, how many \
        questions are open, and the words that are read off it. The JSON also has when it was changed and handed in, \
        who filled it in, and what is owed. A file that cannot be read is named on standard error, and the exit code \
        is 65, or 74 where the disk failed.
        """)
    case .lookup:
      Localized(
        "查询写 - 就从标准输入一行读一个；每个回答以表头开始，以空行结束，最像的在前。已撤销的地名后面注明撤销的年份。",
        """
        With - as the query, one a line is read from standard input. Each answer begins with a header and ends with \
        an empty line, the best match first. An abolished place is marked 已撤销 and the year.
        """)
    case .moves:
      Localized(
        """
        一份一行：code、result（done、refused、not-found、failed）、name、message。记在 --as 或登录名的名下。有没做成的，退出码是 1；有读不了的登记是 65，磁盘出错是 74\
        。
        """,
        """
        One line a record: code, result (done, refused, not-found, failed), name, message. An act is recorded under \
        --as, or the login name, as staff. Exit code 1 where something was refused or not found, 65 where a record \
        cannot be read, 74 where the disk failed.
        """)
    case .number:
      Localized(
        "每个号码答一行，用制表符隔开，第一行是表头；不给号码就从标准输入一行读一个。",
        """
        One line of tab-separated fields a number, below a header; without numbers, one a line is read from standard \
        input.
        """)
    case .people:
      Localized(
        "密码在终端里输两遍，不显示；不是终端时从标准输入读一行。",
        "The PIN is asked for twice without showing it; where standard input is no terminal, one line of it is read.")
    case .print:
      Localized(
        "文件名用 .html 结尾，在浏览器里打印，一份一页；用 .txt 结尾，给针式打印机；- 是标准输出，纯文字。已经有的文件不会覆盖。找不到的，退出码是 1；读不了的是 65；写不了的是 74。",
        """
        A file that ends in .html is printed from a browser, a form a page; one in .txt is for a line printer; - is \
        standard output, as plain text. A file that is there already is not written over. Exit code 1 where a record \
        was not found or nothing was to be printed, 65 where one cannot be read, 74 where the file cannot be written.
        """)
    case .manual:
      Localized(
        "写 man/man1/xueji.1，和 bash、zsh、fish 的命令补全；文件夹写 /usr/local/share，这些程序就自己找得到。已经有的会换成新的。",
        """
        It writes man/man1/xueji.1 and the completions of bash, zsh and fish; in /usr/local/share these find them by \
        themselves. What is there from before is replaced.
        """)
    case .show:
      Localized(
        "--json 照磁盘上存的输出，新版本或另一张表的登记也可以看。",
        "--json prints what stands on the disk, also of a newer version or another form.")
    case .simulate:
      Localized(
        """
        同一个 --seed、同样多、同一天，每次都一样。写成 .jsonl 是一个文件，别的名字是登记文件夹：一所幼儿园一个。号码都在一个不存在的省，别处的登记不认，也不能导出。故意写错的另列在 .errors.jsonl。
        """,
        """
        The same --seed, number and day make the same city. A name that ends in .jsonl is one file, any other a store, or \
        a folder with a store for each kindergarten. All numbers are of a province that is nowhere: no other store knows \
        it, and nothing goes out in a sheet. What is wrong on purpose is listed in a file .errors.jsonl beside it.
        """)
    case .collect:
      Localized(
        """
        每个来源一行：source、new、newer、same、older、versions、refused；再列读不了的、同一份登记的两个版本、两处登记的同一个孩子，两边都写。名字不以 .jsonl 结尾的是一个登记文件夹，里面取件码各园各算，要写“取件码@幼儿园”。再收一次，一样的不会重复；停在半路也是再收一次。两个版本不替人选，留着先有的。有要人看的退出码是 \
        1，有读不了的是 65。
        """,
        """
        One line a source: source, new, newer, same, older, versions, refused; then what could not be read, two versions of \
        one record, and one child in two records, with both sides. A name that does not end in .jsonl is a store, in which codes are each kindergarten's: \
        CODE@KINDERGARTEN. Gathering again doubles nothing, and goes on where it was stopped. Of two versions none is \
        chosen: the one that was there stays. Exit code 1 where somebody has to look, 65 where something cannot be read.
        """)
    case .stats:
      Localized(
        """
        不写文件就是本机的登记；也可以是登记文件夹、.jsonl。撤回的不算，同一份只算一次。CSV 和网页里不写不到五个人的数，也不写能推出来的；--named 都写，只给审核人员用。网页没有脚本，可以打印。
        """,
        """
        Without files the records of this store; else stores, folders of stores, .jsonl. What was withdrawn is not counted, \
        and each record once. In CSV and HTML no count under five stands, nor what would betray one; --named writes all of \
        them, for staff only. The page has no script, and can be printed.
        """)
    case .demo:
      Localized(
        "第一次会编 60 个孩子，放在自己的文件夹里，和真的登记分开；删掉这个文件夹就重新来过。什么也导不出去。",
        """
        The first time it invents 60 children, in a folder of their own, apart from all real records; delete the folder \
        to begin anew. Nothing of it can be exported.
        """)
    case .slip:
      Localized(
        "每张四十列，只有姓和取件码。什么也不缺的只在标准错误里说一声。找不到的，退出码是 1；读不了的是 65。",
        """
        Forty columns, with the surname and the code only. Who owes nothing is named on standard error. Exit code 1 \
        where a record was not found, 65 where it cannot be read.
        """)
    case .xueji: Localized("不带命令就是首页。", "Without a command: the first page.")
    }
  }
}
