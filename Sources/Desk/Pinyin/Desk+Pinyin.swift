import Records
import Standards
import Terminal

/// Chinese typed with letters, before any page hears of it.
extension Desk {
  /// What an event comes to where Chinese is typed with letters: the characters that were taken, as if an input method
  /// had typed them; nothing while letters are not taken yet.
  public mutating func composed(_ event: Event, _ context: DeskContext) -> [Event] {
    switch event {
    case .key(let key):
      guard pinyin.isOn || PinyinInput.switchKeys.contains(key) else { return [event] }
      let context = known(context)
      // What is covered by now is typed into by nobody.
      if let due = idlesAt(context), due <= context.now.milliseconds { return [event] }
      guard let line = page.hanzi(context), let decoder = context.form.tables.pinyin else { return [event] }
      lastKey = context.now
      return pinyin.handle(key, at: line, decoder).map(Event.key)
    case .paste, .terminate, .lost: return pinyin.release().map(Event.key) + [event]
    case .resize, .tick, .wake: return [event]
    }
  }

  /// Whether hanzi are typed on the page that is shown.
  public func awaitsHanzi(_ context: DeskContext) -> Bool { page.hanzi(known(context)) != nil }

  /// The letters that are not taken yet, nil where no pinyin is typed. No page has them, so a journal is told of them.
  public var preedit: String? { pinyin.isOn ? pinyin.letters : nil }

  /// The letters as a journal keeps them: to a program that knows of no pinyin, a paste of nothing, behind which it reads
  /// on.
  public static func journalled(preedit: String?, at now: Timestamp) -> JSONValue {
    .object(["at": .string(now.text), "paste": .string(""), "pinyin": preedit.map { .string($0) } ?? .null])
  }

  /// Puts up the letters that were not taken when a session was cut off: those of the last line that tells of any, unless
  /// a key came behind it.
  mutating func resumePreedit(_ reading: JournalReading, _ context: DeskContext) {
    var typed = reading.base.page["pinyin"]?.bool == true ? "" : nil
    for event in reading.events {
      if let told = event["pinyin"] { typed = told.string } else { typed = typed.map { _ in "" } }
    }
    let context = known(context)
    guard let typed, let decoder = context.form.tables.pinyin else { return }
    pinyin.resume(typed, at: page.hanzi(context) ?? HanziLine(.text, TextEditor()), decoder)
  }

  /// Puts what is not taken into its line, for a page that is left without a key.
  mutating func releasePreedit(_ context: DeskContext) -> [Request] {
    pinyin.release().flatMap { hand(.event(.key($0)), to: layers.count - 1, context) }
  }
}
