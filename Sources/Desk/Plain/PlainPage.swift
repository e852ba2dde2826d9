import Terminal
import Wording

/// What a page asks somebody who has no screen, in whole lines.
struct PlainQuestion: Hashable, Sendable {
  /// What is asked, whatever stands there: the same question is asked again in short.
  var id: String
  /// The question with its state in words.
  var lines: [String]
  var choices: [String] = []
  /// What is typed now; the last thing written.
  var prompt: String
  /// The section that the item stands in, and how far the form is: said when they change.
  var section: String?
  var progress: String?
  /// What was just said about the answer.
  var remark: String?
  /// What happened without this person's doing.
  var word: String?
  var help: [String] = []

  /// Whether asking it again can be short.
  func isAgain(_ before: PlainQuestion?) -> Bool { id == before?.id && choices == before?.choices }
}

/// A line that somebody has typed: a sign of its own, or text.
enum PlainLine: Hashable, Sendable {
  case accept, help, back, later, check, more
  /// What stands there is taken away.
  case empty
  case text(String)

  /// Doubled, a sign is text. An input method may be on, so that signs in full width count too.
  init(_ typed: String) {
    let signs: [Character: PlainLine] = [
      "?": .help, "？": .help, "<": .back, "＜": .back, "《": .back, "!": .later, "！": .later, "=": .check, "＝": .check,
      "+": .more, "＋": .more, "-": .empty, "－": .empty,
    ]
    guard let first = typed.first else {
      self = .accept
      return
    }
    if let sign = signs[first], typed.count == 1 {
      self = sign
    } else if signs[first] != nil, typed.count == 2, typed.last == first {
      self = .text(String(first))
    } else {
      self = .text(typed)
    }
  }
}

/// What a line comes to.
enum PlainAnswer: Hashable, Sendable {
  /// The keys that say the same.
  case events([Event])
  /// The question is said whole once more.
  case again
  case refused(String)

  static func keys(_ keys: Key...) -> PlainAnswer { .events(keys.map { .key($0) }) }

  /// A line in the place of what stands there, and Enter.
  static func types(_ text: String) -> PlainAnswer {
    .events(emptying.map { .key($0) } + [.paste(text), .key(.enter)])
  }

  /// What empties a line, wherever its cursor stands.
  static let emptying: [Key] = [.control("u"), .control("k")]

  /// One of so many has to be chosen; of none, nothing can be.
  static func chooseFirst(of count: Int, _ context: DeskContext) -> PlainAnswer {
    .refused(count > 0 ? context.wording(PlainPhrase.chooseFirst, "\(count)") : context.wording(PlainPhrase.noneHere))
  }

  /// What a line comes to on a page where something is typed and nothing chosen; `back` is the key that leaves it.
  static func typed(_ line: PlainLine, back: Key, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept: .keys(.enter)
    case .back: .keys(back)
    case .help, .later, .check, .more, .empty: .notHere(context)
    case .text(let text): .types(text)
    }
  }

  static func notHere(_ context: DeskContext) -> PlainAnswer { .refused(context.wording(PlainPhrase.notHere)) }

  /// One of so many rows that have a digit each.
  static func digit(_ text: String, of count: Int, _ context: DeskContext) -> PlainAnswer {
    guard let row = plainNumber(text), row <= count, row < 10 else { return .chooseFirst(of: count, context) }
    return .keys(.text(Unicode.Scalar(UInt8(0x30 + row))))
  }
}

/// A page that can be filled in without a screen: a second way to show and to hear the same page, so that what comes of
/// an answer is decided once.
protocol PlainPage {
  func question(_ context: DeskContext) -> PlainQuestion
  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer
}

/// The number in front of a choice, from 1; full-width digits too.
func plainNumber(_ text: String) -> Int? {
  let digits = text.unicodeScalars.compactMap(ChoiceEditor.digit)
  guard (1...3).contains(digits.count), digits.count == text.unicodeScalars.count else { return nil }
  let number = digits.reduce(0) { $0 * 10 + $1 }
  return number > 0 ? number : nil
}

extension ChoiceEditor {
  /// The choices as they are read, and what is typed now.
  func ask(in question: inout PlainQuestion, _ context: DeskContext) {
    question.choices = entries.map(\.label)
    question.prompt =
      highlighted.map { context.wording(PlainPhrase.chooseDefault, "\($0 + 1)") }
      ?? context.wording(PlainPhrase.chooseNumber)
  }

  /// A choice by its number, or by its whole name.
  func answer(_ text: String, _ context: DeskContext) -> PlainAnswer {
    let number = plainNumber(text) ?? entries.firstIndex { $0.label == text }.map { $0 + 1 }
    guard let number, entries.indices.contains(number - 1) else {
      return .chooseFirst(of: entries.count, context)
    }
    var tried = self
    var keys: [Event] = []
    for digit in "\(number)".unicodeScalars {
      keys.append(.key(.text(digit)))
      if tried.handle(.text(digit)) != nil { return .events(keys) }
    }
    return .events(keys + [.key(.enter)])
  }
}

extension String {
  /// A line of a page without the blanks that put its words below those of others.
  var inOneLine: String { split(separator: " ").joined(separator: " ") }
}
