import Standards
import Terminal
import TextLayout
import Wording

/// Chinese typed with letters: the letters that are not taken yet, and what they may stand for.
///
/// It stands before the pages, as an input method stands before a program: a page, its journal and its undo know only the
/// characters that were taken. So nothing depends on the tables once it was taken, and nothing is learned.
public struct PinyinInput: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case take, pick, nextPage, previousPage, nextCandidate, previousCandidate, erase, drop, off, help, leave, redraw
  }

  /// The key that turns it on and off, on every page where hanzi are typed.
  static let switchKeys: [Key] = [.function(4), .control("]")]

  /// The keys while letters stand there that are not taken yet.
  static let keymap = Keymap<Action>([
    Binding([.text(" "), .text("\u{3000}"), .enter], .take, "Space Enter", .take, bar: true),
    Binding("123456789".unicodeScalars.map { .text($0) }, .pick, "1–9", saying: PinyinPhrase.keyPick, bar: true),
    Binding([.pageDown, .down], .nextPage, "PgDn ↓", .pageDown, bar: true),
    Binding([.pageUp, .up], .previousPage, "PgUp ↑", .pageUp),
    Binding([.right], .nextCandidate, "→", saying: PinyinPhrase.keyMove),
    Binding([.left], .previousCandidate, "←", saying: PinyinPhrase.keyMove),
    Binding([.backspace], .erase, "Backspace", saying: PinyinPhrase.keyErase),
    Binding(
      [.escape, .control("u"), .control("w"), .deleteWordBack, .control("z")], .drop, "Esc",
      saying: PinyinPhrase.keyDrop, bar: true),
    Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
    Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    Binding(switchKeys, .off, "F4 Ctrl-]", saying: PinyinPhrase.keyOff),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  /// More than anybody types before taking something.
  private static let mostLetters = 80
  /// More than anybody looks through.
  private static let mostCandidates = 400

  private(set) var isOn = false
  private(set) var letters = ""
  private(set) var candidates: [PinyinCandidate] = []
  private(set) var highlighted = 0
  /// How the highlighted character is read, and where a dictionary has it, where somebody looks for a rare one.
  private(set) var origin: PinyinDecoder.Origin?
  /// What there is to say until the next key.
  private(set) var said: PinyinPhrase?
  private(set) var isHelping = false

  // MARK: Keys

  /// What a key comes to: the keys that the page hears instead of it.
  mutating func handle(_ key: Key, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    said = nil
    if isHelping {
      isHelping = false
      return []
    }
    guard isOn else { return Self.switchKeys.contains(key) ? turnOn(at: line, decoder) : [key] }
    return letters.isEmpty ? begin(key, at: line, decoder) : goOn(key, at: line, decoder)
  }

  /// Letters that were typed before somebody knew of it become those that are read now.
  private mutating func turnOn(at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    isOn = true
    said = .on
    let typed = line.before.unicodeScalars.reversed().prefix { ("a"..."z").contains($0) }.count
    guard typed > 0 else { return [] }
    var line = line
    let letters = line.before.suffix(typed)
    line.before.removeLast(typed)
    read(String(letters), at: line, decoder)
    return Array(repeating: .backspace, count: typed)
  }

  private mutating func begin(_ key: Key, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    if Self.switchKeys.contains(key) {
      isOn = false
      return []
    }
    guard case .text(let scalar) = key else { return [key] }
    switch scalar {
    case "a"..."z", "U":
      read(String(scalar), at: line, decoder)
      return []
    // Pressed once more than there was something to take.
    case " " where isBehindHanzi(line), "\u{3000}" where isBehindHanzi(line): return []
    // Another capital letter begins a word in letters.
    default: return [.text(line.sign(scalar))]
    }
  }

  private func isBehindHanzi(_ line: HanziLine) -> Bool { line.before.unicodeScalars.last?.isHanzi ?? true }

  private mutating func goOn(_ key: Key, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    if isRare, case .text(let scalar) = key, let keys = look(scalar, at: line, decoder) { return keys }
    switch Self.keymap.action(for: key) {
    case .take: return take(highlighted, at: line, decoder)
    case .pick:
      guard case .text(let scalar) = key, let digit = ChoiceEditor.digit(scalar) else { return [] }
      return pick(digit - 1, at: line, decoder)
    case .nextPage: highlight(page.upperBound < candidates.count ? page.upperBound : highlighted, decoder)
    case .previousPage: highlight(page.lowerBound > 0 ? page(of: page.lowerBound - 1).lowerBound : 0, decoder)
    case .nextCandidate: highlight(min(highlighted + 1, max(0, candidates.count - 1)), decoder)
    case .previousCandidate: highlight(max(0, highlighted - 1), decoder)
    case .erase: read(String(letters.dropLast()), at: line, decoder)
    case .drop: read("", at: line, decoder)
    case .off:
      isOn = false
      return release()
    case .help: isHelping = true
    case .leave: return takeShown(before: key, at: line, decoder)
    case .redraw: return [key]
    case nil: return type(key, at: line, decoder)
    }
    return []
  }

  /// A letter more; any other sign takes what stands there first, and so does a key that leads away.
  private mutating func type(_ key: Key, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    guard case .text(let scalar) = key else {
      return key == .delete ? [] : takeShown(before: key, at: line, decoder)
    }
    switch scalar {
    case "a"..."z", "A"..."Z", "'":
      guard letters.utf8.count < Self.mostLetters else { return [] }
      read(letters + String(scalar).lowercased(), at: line, decoder)
      return []
    default:
      let (keys, after) = takeAll(at: line, decoder)
      return keys + [.text(after.sign(scalar))]
    }
  }

  // MARK: Rare characters

  /// Whether a character is looked for by its code point or its radical: no syllable begins with u.
  var isRare: Bool {
    guard letters.first == "u" || letters.first == "U" else { return false }
    return letters.unicodeScalars.dropFirst().first.map { $0 == "+" || ("0"..."9").contains($0) || !$0.isASCII } ?? true
  }

  /// Where strokes are counted in digits, candidates are taken by the letters before them.
  /// They are none that a code point has.
  private static let letterLabels: [Unicode.Scalar] = Array("ghijklmno".unicodeScalars)
  private static let digitLabels: [Unicode.Scalar] = Array("123456789".unicodeScalars)

  /// What takes a candidate of the page; nil where any sign belongs to a code point, and only Space takes it.
  func label(_ place: Int) -> Unicode.Scalar? {
    guard isRare, letters.utf8.count > 1 else { return Self.digitLabels[place] }
    return isCodePoint ? nil : Self.letterLabels[place]
  }

  /// Whether a code point is typed, with its sign or without: strokes have three digits at most, and no letter.
  var isCodePoint: Bool {
    let behind = letters.unicodeScalars.dropFirst()
    if behind.first == "+" { return true }
    return behind.allSatisfy(\.isHexadecimal) && (behind.count > 3 || behind.contains { !("0"..."9").contains($0) })
  }

  /// A sign of such a search, or the letter of a candidate; nil for what means the same as elsewhere.
  private mutating func look(_ scalar: Unicode.Scalar, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key]? {
    let behind = letters.unicodeScalars.dropFirst()
    let digits = behind.drop { $0 == "+" }
    let mayBeCode = digits.allSatisfy(\.isHexadecimal)
    let belongs: Bool =
      switch scalar {
      case "0"..."9": true
      case "a"..."f", "A"..."F": mayBeCode && !behind.isEmpty
      case ".": !isCodePoint
      case "+": behind.isEmpty
      default: false
      }
    if belongs {
      if !mayBeCode || digits.count < 6 { read(letters + String(scalar), at: line, decoder) }
      return []
    }
    guard !behind.isEmpty, scalar == "'" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) else {
      return nil
    }
    let label = isCodePoint ? nil : Self.letterLabels.firstIndex(of: scalar)
    return label.map { pick($0, at: line, decoder) } ?? []
  }

  // MARK: Taking

  private mutating func pick(_ place: Int, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    let index = page.lowerBound + place
    return page.contains(index) ? take(index, at: line, decoder) : []
  }

  /// Takes a candidate; the letters behind it stay. A radical is taken to look on among its characters.
  private mutating func take(_ index: Int, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    guard candidates.indices.contains(index) else { return [] }
    let candidate = candidates[index]
    if candidate.kind == .radical, letters.unicodeScalars.dropFirst().allSatisfy(\.isASCII), !letters.contains(".") {
      read("u" + candidate.text, at: line, decoder)
      return []
    }
    var line = line
    line.before += candidate.text
    let rest = String(decoding: letters.utf8.dropFirst(candidate.length), as: UTF8.self)
    read(String(rest.drop { $0 == "'" }), at: line, decoder)
    if letters.isEmpty, candidate.text.unicodeScalars.contains(where: { $0.value > 0xFFFF }) { said = .kept }
    return candidate.text.unicodeScalars.map { .text($0) }
  }

  /// What comes of a key that leads away: what is highlighted is taken, as Enter takes it, and what nobody has seen yet is not
  /// guessed: the letters behind it stay letters, which the form's rules ask about. Nothing that was typed is lost.
  private mutating func takeShown(before key: Key, at line: HanziLine, _ decoder: PinyinDecoder) -> [Key] {
    let isSearch = isRare && letters.utf8.count > 1
    let taken = take(highlighted, at: line, decoder)
    // What a character is looked for by is no text.
    if isSearch { read("", at: line, decoder) }
    return taken + release() + [key]
  }

  /// Takes the first of everything that is left, and says how the line stands then.
  private mutating func takeAll(at line: HanziLine, _ decoder: PinyinDecoder) -> (keys: [Key], after: HanziLine) {
    var (keys, after) = ([Key](), line)
    while !letters.isEmpty {
      let taken = take(highlighted, at: after, decoder)
      // What a character is looked for by is no text, and a radical that is not looked up yet is no character.
      guard !taken.isEmpty else {
        read("", at: after, decoder)
        break
      }
      keys += taken
      for case .text(let scalar) in taken { after.before.unicodeScalars.append(scalar) }
    }
    return (keys, after)
  }

  /// The letters as they are: what was typed is not lost, and nothing is guessed.
  mutating func release() -> [Key] {
    let typed = letters.unicodeScalars.map { Key.text($0) }
    (letters, candidates, highlighted, origin, said, isHelping) = ("", [], 0, nil, nil, false)
    return typed
  }

  // MARK: Reading

  /// Reads letters anew.
  mutating func read(_ typed: String, at line: HanziLine, _ decoder: PinyinDecoder) {
    letters = typed
    candidates =
      typed.isEmpty
      ? []
      : decoder.candidates(
        for: typed, after: line.before, item: line.item, near: line.near, limit: Self.mostCandidates)
    // What is no Chinese is taken as it is.
    if candidates.isEmpty, !typed.isEmpty, !isRare || typed.utf8.count == 1 {
      candidates = [PinyinCandidate(text: typed, reading: "", kind: .sentence, length: typed.utf8.count)]
    }
    highlight(0, decoder)
  }

  /// Takes up letters that stood there when a session was cut off.
  mutating func resume(_ typed: String, at line: HanziLine, _ decoder: PinyinDecoder) {
    isOn = true
    read(typed, at: line, decoder)
  }

  private mutating func highlight(_ index: Int, _ decoder: PinyinDecoder) {
    highlighted = index
    origin = nil
    guard candidates.indices.contains(index), let scalar = candidates[index].text.unicodeScalars.first,
      candidates[index].text.unicodeScalars.count == 1, isRare || scalar.value > 0xFFFF, letters.utf8.count > 1
    else { return }
    origin = decoder.origin(of: [scalar])[scalar]
  }

  // MARK: Pages

  /// The same in every window, so that a digit means the same: what the smallest has room for.
  private static let (room, roomBesideOrigin) = (52, 30)

  /// The candidates that stand in the line now, at most nine.
  var page: Range<Int> { page(of: highlighted) }

  private func page(of index: Int) -> Range<Int> {
    var start = 0
    while true {
      var (end, width) = (start, 0)
      while end < candidates.count, end - start < 9 {
        width += TextWidth.of(candidates[end].text) + 3
        if end > start, width > (isRare ? Self.roomBesideOrigin : Self.room) { break }
        end += 1
      }
      if index < end || end >= candidates.count { return start..<end }
      start = end
    }
  }
}
