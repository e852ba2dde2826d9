import Sentences
import Terminal
import Wording

/// What somebody says to an item, and what the record then holds.
enum Said: Hashable {
  /// Typed as it is kept.
  case text(String)
  /// Typed one way and kept another: a day, a search, a number before a choice.
  case typed(String, kept: String)
  /// A line that begins with the place of the household on a family's page.
  case headed(String)
  case choice(Int, kept: String)
  /// What the page offers is right.
  case offered(String)
  /// One question answers this item with others: the numbers of the choices, one page after the other.
  case household(String, kept: String)
  /// Answered with what a brother or sister shares, by one Enter.
  case shared(String)
  /// Answered with another item, so that it is not asked for.
  case together(String)
  /// Read off a number.
  case read(String)
  /// Passed over without an answer.
  case passed
  /// The paper is not here.
  case later
  /// 表中没有: left to staff, since the child is not registered anywhere.
  case unlisted

  /// The value in the record; nil where there is none.
  var value: String? {
    switch self {
    case .text(let text): text
    case .headed(let text): "广东省惠州市惠城区\(text)"
    case .typed(_, let kept), .choice(_, let kept), .offered(let kept), .household(_, let kept), .shared(let kept),
      .together(let kept), .read(let kept):
      kept
    case .passed, .later, .unlisted: nil
    }
  }

  var isOwed: Bool { self == .later || self == .unlisted }
}

/// A child as the family knows it: what it says to each item that is asked.
struct Child {
  var said: [Item: Said]

  var name: String { said[.name]?.value ?? "" }
  /// The birth date as somebody types it at the desk.
  var birthDay: String {
    if case .typed(let typed, _) = said[.birthDate] { return typed }
    return String((said[.idNumber]?.value ?? "").dropFirst(6).prefix(8))
  }

  /// A boy or a girl of the county, all of whose papers are here.
  init(_ name: String, number: String) {
    said = [
      .name: .text(name), .nationality: .household("1", kept: "CHN"), .idType: .together("1"), .idNumber: .text(number),
      .ethnicGroup: .typed("hz", kept: "01"), .overseasStatus: .together("00"), .bloodType: .passed,
      .birthplace: .offered("441302000000"), .nativePlace: .text("广东惠州"), .hukouType: .choice(2, kept: "2"),
      .nonagriculturalType: .choice(1, kept: "1"), .hukouPlace: .offered("441302000000"),
      .address: .headed("示范路8号3栋"),
      .classCode: .choice(1, kept: "中二班"), .entryDate: .typed("20250901", kept: "2025-09-01"),
      .attendance: .choice(1, kept: "1"), .onlyChild: .choice(1, kept: "1"), .leftBehind: .choice(1, kept: "0"),
      .migrantWorkerChild: .choice(2, kept: "0"), .health: .choice(1, kept: "10"), .disabled: .choice(2, kept: "0"),
      .orphan: .choice(2, kept: "0"), .guardianName: .text("潘大明"), .guardianIDType: .read("1"),
      .guardianIDNumber: .text("441302199001010028"),
    ]
  }

  /// The same child with some items answered otherwise, and without those that are not asked.
  func but(_ changes: [Item: Said], without: Set<Item> = []) -> Child {
    var child = self
    child.said.merge(changes) { $1 }
    for item in without { child.said[item] = nil }
    return child
  }

  /// The items that are answered from one to another, in order; the class is no answer of the record's.
  func items(from first: Item = .name, through last: Item = .guardianIDType) -> [Item] {
    Item.allCases.filter { first <= $0 && $0 <= last && said[$0] != nil }
  }

  /// Whether the item has a page of its own, of a family or in the sheet of a teacher.
  func isAsked(_ item: Item, inSheet: Bool = false) -> Bool {
    switch said[item] {
    case nil, .read: false
    case .together: inSheet
    case .text, .typed, .headed, .choice, .offered, .household, .shared, .passed, .later, .unlisted: true
    }
  }

  func item(after item: Item, inSheet: Bool = false) -> Item? {
    Item.allCases.first { $0 > item && isAsked($0, inSheet: inSheet) }
  }

  /// What the family's page asks for the item.
  func asks(_ item: Item) -> String {
    switch said[item] {
    case .household: "是内地户口的孩子吗"
    case .shared: words(of: GuidedPhrase.sharedTitle)
    default: item.asks
    }
  }

  /// A child's number of this day with the check character of GB 11643-1999; odd for a boy.
  static func number(_ day: String, _ sequence: Int) -> String {
    let tail = String(sequence)
    let body = "441302" + day + String(repeating: "0", count: 3 - tail.count) + tail
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }
}
