import FormModel
import Standards

/// Which code of a list a cell means: only what is exactly one entry's text, label, code or other name.
struct ListTexts {
  enum Reading: Hashable {
    case code(String)
    case unknown
    /// Several entries are called so.
    case ambiguous
  }

  private var readings: [String: Reading] = [:]
  /// The desk's search; of places only a whole name is taken, since 惠城 may be another's.
  private let index: SearchIndex?

  init(_ name: String, of lists: ChoiceLists) {
    let list = lists.list(name)
    let isPlaces = list.choices.contains { !$0.path.isEmpty }
    index = isPlaces ? nil : try? lists.index(name)
    for choice in list.choices {
      readings[choice.code] = .code(choice.code)
      // A county's code without the zeros behind it.
      if isPlaces, choice.code.hasSuffix("000000") { readings[String(choice.code.prefix(6))] = .code(choice.code) }
      if isPlaces {
        for name in Self.fullNames(of: choice) { add(name, choice.code) }
      } else {
        let names = [choice.text, choice.label.chinese, choice.label.english] + choice.accepted + choice.also
        for name in names { add(name, choice.code) }
      }
    }
  }

  /// Reads an entry, and remembers what it means: a roster says the same thing in every row.
  mutating func read(_ entry: String) -> Reading {
    let text = Self.plain(entry)
    if let known = readings[text] { return known }
    let reading = search(text)
    readings[text] = reading
    return reading
  }

  private mutating func add(_ text: String, _ code: String) {
    let text = Self.plain(text)
    if let known = readings[text], known != .code(code) {
      readings[text] = .ambiguous
    } else {
      readings[text] = .code(code)
    }
  }

  /// A whole name as the desk's search knows it, such as 汉 for 汉族, if it is one entry's only.
  private func search(_ text: String) -> Reading {
    guard let index, !text.isEmpty, text.utf8.count <= 200 else { return .unknown }
    let hits = index.search(text, near: nil, limit: 3).filter { $0.match == .exactName }
    guard let first = hits.first else { return .unknown }
    return hits.count == 1 ? .code(index[first.index].code) : .ambiguous
  }

  /// How a place is written in full: its own name alone, and with those above it.
  private static func fullNames(of place: Choice) -> [String] {
    let name = place.label.chinese
    return [name, (place.path + [name]).joined()] + place.path.map { $0 + name }
  }

  /// The text without the separators between the parts of a place: 广东省/惠州市/惠城区, 广东省 惠州市 惠城区.
  private static func plain(_ text: String) -> String {
    let text = TextNormaliser.normalise(text, as: .freeText)
    guard text.unicodeScalars.contains(where: { $0.isHanzi }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "/" && $0 != "-" }))
  }
}
