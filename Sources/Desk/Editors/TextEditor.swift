import Standards
import Terminal
import Wording

/// One line of text being typed: what people know from every other text field.
///
/// The cursor counts characters as a person sees them, so that one Backspace takes back a family emoji or an accented
/// letter whole. Text is never cut: what does not fit is scrolled.
public struct TextEditor: Hashable, Sendable {
  /// What a key did to the text.
  public enum Outcome: Hashable, Sendable {
    case changed
    case moved
    /// The character cannot be part of an answer.
    case refused(TextProblem)
    /// There is as much as one line of a form can hold.
    case full
    /// The key means nothing to a text.
    case ignored
  }

  private struct Snapshot: Hashable {
    var text: String
    var cursor: Int
  }

  /// More than any item of a form takes; a paste beyond it is refused rather than cut unseen.
  private static let capacity = 1_000
  private static let undoLimit = 200
  /// So many bytes of one paste are looked at, whatever is in it; more of it is kept nowhere.
  static let longestPaste = 4_096

  public private(set) var text: String
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int
  /// Rewrites what is typed as it is typed, such as full-width digits in a number.
  private let repair: Repair
  private var undone: [Snapshot] = []
  private var done: [Snapshot] = []
  private var isTyping = false

  /// How typed text is mended at once.
  public enum Repair: Hashable, Sendable {
    case none
    /// As `CitizenNumber.repair`: spaces, full width, lower-case x.
    case number
  }

  public init(_ text: String = "", repair: Repair = .none) {
    self.text = text
    self.repair = repair
    cursor = text.count
  }

  public var isEmpty: Bool { text.isEmpty }
  var beforeCursor: String { String(text.prefix(cursor)) }
  public var canUndo: Bool { !done.isEmpty }

  /// Handles a key that edits or moves within text.
  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .text(let scalar): return insert(scalar)
    case .left: return move(to: cursor - 1)
    case .right: return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: text.count)
    case .wordLeft: return move(to: wordStart(before: cursor))
    case .wordRight: return move(to: wordEnd(after: cursor))
    case .backspace: return delete(from: cursor - 1, to: cursor)
    case .delete, .control("d"): return delete(from: cursor, to: cursor + 1)
    case .deleteWordBack, .control("w"): return delete(from: wordStart(before: cursor), to: cursor)
    case .deleteWordForward: return delete(from: cursor, to: wordEnd(after: cursor))
    case .control("u"): return delete(from: 0, to: cursor)
    case .control("k"): return delete(from: cursor, to: text.count)
    case .control("z"): return undo()
    case .control("y"): return redo()
    case .enter, .tab, .backTab, .escape, .up, .down, .pageUp, .pageDown, .insert, .function, .control:
      return .ignored
    }
  }

  /// Puts pasted text at the cursor: line breaks and tabs become spaces, other controls vanish, nothing is obeyed.
  public mutating func paste(_ pasted: String) -> Outcome {
    guard pasted.utf8.count <= Self.longestPaste else { return .full }
    var cleaned = ""
    for scalar in pasted.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": cleaned.unicodeScalars.append(" ")
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      default: cleaned.unicodeScalars.append(scalar)
      }
    }
    // A copied line nearly always brings its line break along.
    cleaned = String(cleaned.drop { $0 == " " })
    while cleaned.last == " " { cleaned.removeLast() }
    cleaned = TextNormaliser.standard(cleaned)
    if let problem = TextNormaliser.problem(in: cleaned) { return .refused(problem) }
    return cleaned.isEmpty ? .moved : insert(cleaned, asTyping: false)
  }

  /// Replaces everything, as one step that can be undone.
  public mutating func replace(with new: String) {
    remember()
    isTyping = false
    text = new
    cursor = new.count
  }

  // MARK: Drafts

  /// What a draft keeps: the text and the cursor. What could be undone goes.
  var typed: JSONValue { .object(["text": .string(text), "cursor": .int(cursor)]) }

  mutating func restore(_ typed: JSONValue?) {
    guard let text = typed?["text"]?.string, text.utf8.count <= Self.capacity, TextNormaliser.problem(in: text) == nil
    else { return }
    self.text = text
    cursor = max(0, min(text.count, typed?["cursor"]?.int ?? text.count))
  }

  // MARK: Changing

  private mutating func insert(_ scalar: Unicode.Scalar) -> Outcome {
    let text = TextNormaliser.standard(String(scalar))
    if let problem = TextNormaliser.problem(in: text) { return .refused(problem) }
    return insert(text, asTyping: true)
  }

  private mutating func insert(_ new: String, asTyping: Bool) -> Outcome {
    let before = text.prefix(cursor)
    let after = text.dropFirst(cursor)
    guard text.utf8.count + new.utf8.count <= Self.capacity else { return .full }
    if !(asTyping && isTyping) { remember() }
    // A word is undone at a time: a space ends the run.
    isTyping = asTyping && new != " "
    let joined = mended(before + new)
    text = joined + after
    // A combining mark joins the character before it, so the count is taken from the text, not from what was typed.
    cursor = min(joined.count, text.count)
    return .changed
  }

  private func mended(_ typed: String) -> String {
    switch repair {
    case .none: typed
    case .number: CitizenNumber.repair(typed)
    }
  }

  private mutating func delete(from start: Int, to end: Int) -> Outcome {
    let start = max(0, start)
    let end = min(text.count, end)
    guard start < end else { return .moved }
    remember()
    isTyping = false
    text = String(text.prefix(start)) + text.dropFirst(end)
    cursor = start
    return .changed
  }

  mutating func move(to place: Int) -> Outcome {
    cursor = max(0, min(text.count, place))
    isTyping = false
    return .moved
  }

  // MARK: Undo

  private mutating func remember() {
    done.append(Snapshot(text: text, cursor: cursor))
    if done.count > Self.undoLimit { done.removeFirst() }
    undone = []
  }

  private mutating func undo() -> Outcome {
    guard let last = done.popLast() else { return .ignored }
    undone.append(Snapshot(text: text, cursor: cursor))
    return restore(last)
  }

  private mutating func redo() -> Outcome {
    guard let next = undone.popLast() else { return .ignored }
    done.append(Snapshot(text: text, cursor: cursor))
    return restore(next)
  }

  private mutating func restore(_ snapshot: Snapshot) -> Outcome {
    text = snapshot.text
    cursor = snapshot.cursor
    isTyping = false
    return .changed
  }

  // MARK: Words

  /// A word is a run of letters and digits, or of hanzi; what lies between belongs to neither.
  private enum WordKind {
    case gap
    case letters
    case hanzi
  }

  private static func kind(_ character: Character) -> WordKind {
    if character.isLetter { return (character.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? .hanzi : .letters }
    return character.isNumber ? .letters : .gap
  }

  private func wordStart(before place: Int) -> Int {
    let characters = Array(text.prefix(place))
    var index = characters.count
    while index > 0, Self.kind(characters[index - 1]) == .gap { index -= 1 }
    guard index > 0 else { return 0 }
    let kind = Self.kind(characters[index - 1])
    while index > 0, Self.kind(characters[index - 1]) == kind { index -= 1 }
    return index
  }

  private func wordEnd(after place: Int) -> Int {
    let characters = Array(text)
    var index = place
    while index < characters.count, Self.kind(characters[index]) == .gap { index += 1 }
    guard index < characters.count else { return index }
    let kind = Self.kind(characters[index])
    while index < characters.count, Self.kind(characters[index]) == kind { index += 1 }
    return index
  }
}

extension TextEditor.Outcome {
  /// What somebody must be told who typed or pasted it; nil where nothing was refused.
  func complaint(_ wording: Wording) -> String? {
    if case .refused(let problem) = self { wording.refused(problem) } else { nil }
  }
}
