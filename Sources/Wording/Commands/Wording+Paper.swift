import FormModel

/// The sentences of printing without a screen.
extension Wording {
  public var slipTitle: String { say("补交单", "Still to bring") }

  public func printed(_ path: String, asText isText: Bool) -> String {
    isText
      ? say("写好了：\(plain(path))", "Written: \(plain(path))")
      : say("写好了：\(plain(path))，用浏览器打开，按 Ctrl-P 打印。", "Written: \(plain(path)); open it in a browser and print it.")
  }

  public var printWhat: String {
    say(
      "打印谁的？请写取件码，或用 --class 写一个班；空表用 --blank，补交单用 --slip。",
      "Print whose form? Give codes, or a class with --class; --blank is for the empty form, --slip for slips.")
  }

  public var printBlankAlone: String {
    say("--blank 是空表，后面不写取件码，也不和 --slip 一起用。", "--blank is the empty form; it goes with no code and not with --slip.")
  }

  public var printOneKind: String {
    say("--slip 和 --prefilled 只写一个。", "Say --slip or --prefilled, not both.")
  }

  public var printClassAlone: String {
    say("写了 --class 就不写取件码：打印的是全班。", "With --class no codes are given: the whole class is printed.")
  }

  public var nothingPrinted: String { say("没有要打印的，文件没有写。", "There is nothing to print; no file was written.") }
}
