import TestSupport
import Testing

@testable import Standards

@Suite struct CitizenNumberTests {
  private static let today = date("2024-11-25")

  private static func read(_ typed: String, knowsArea: Bool = true) -> CitizenNumber.Reading {
    CitizenNumber.read(typed, on: today, knowsArea: { _ in knowsArea })
  }

  /// GB 11643-1999 prints the first; the others are the specimens of the residence permits of 2018.
  @Test(arguments: [
    ("11010519491231002X", "110105", "1949-12-31", Sex.female), ("810000199408230021", "810000", "1994-08-23", .female),
    ("830000199201300022", "830000", "1992-01-30", .female), ("441302202103080014", "441302", "2021-03-08", .male),
  ])
  func `a number says its area, birth date and sex`(text: String, area: String, birth: String, sex: Sex) throws {
    let valid = InventedNumber.withCheck(String(text.dropLast()))
    let reading = Self.read(valid)
    let number = try #require(reading.number)
    #expect(reading.problem == nil)
    #expect(number.text == valid)
    #expect(number.area == area)
    #expect(number.birthDate.iso == birth)
    #expect(number.sex == sex)
  }

  /// The specimens are right as printed: also the second of the standard, whose year no living person has.
  @Test(arguments: ["11010519491231002X", "440524188001010014", "810000199408230021", "830000199201300022"])
  func `a printed specimen has the check character of ISO 7064`(text: String) {
    #expect(CitizenNumber.checkCharacter(of: text.utf8.prefix(17)) == text.utf8.last)
    #expect(InventedNumber.withCheck(String(text.prefix(17))) == text)
  }

  /// The order of GB 11643-1999: each text is wrong in this way and in all that follow, where it can be.
  private static let firstProblems: [(String, CitizenNumberProblem)] = [
    ("", .empty), ("  \u{200B}", .empty),
    ("1", .tooShort), ("1101051949123100A", .tooShort), ("潘小明小明小", .tooShort), ("110105491231002潘", .tooShort),
    ("1101051949123100200", .tooLong), ("潘11010519491231002X", .tooLong),
    ("110105491231002", .fifteenDigits), ("11010549123100X", .tooShort),
    ("1101051949A231002X", .characters), ("11010519491231002Y", .characters), ("潘1010519491231002X", .characters),
    ("1101051949123100X2", .characters), ("11010519491231002\u{425}", .characters),
    ("11010519491231002\u{3A7}", .characters),
    ("٣1010519491231002X", .characters), ("11010519491231-02X", .characters), ("1101O519491231002X", .characters),
    ("1l0105194912310021", .characters), ("11010519491231002*", .characters),
    ("110105194902300021", .noSuchDate), ("110105194913310021", .noSuchDate), ("110105190002290021", .noSuchDate),
    ("110105189902290021", .noSuchDate), ("110105000000000021", .noSuchDate),
    ("440524188001010014", .yearBefore1900), ("110105189912310021", .yearBefore1900),
    ("110105000001010021", .yearBefore1900),
    ("110105202411260021", .future), ("110105999912310021", .future),
    ("110105194912310021", .check), ("110105194912310020", .check),
  ]

  @Test(arguments: firstProblems)
  func `the first thing wrong is named`(text: String, problem: CitizenNumberProblem) {
    let reading = Self.read(text)
    #expect(reading.problem == problem)
    #expect(reading.number == nil)
  }

  @Test func `a child may be born in 1900 and today`() {
    #expect(Self.read(InventedNumber.withCheck("11010519000101002")).problem == nil)
    #expect(Self.read(InventedNumber.withCheck("11010520241125002")).problem == nil)
    #expect(Self.read(InventedNumber.withCheck("11010520000229002")).problem == nil)
  }

  @Test func `an unknown area is said of a valid number and of a wrong check character, of nothing earlier`() {
    #expect(Self.read("11010519491231002X", knowsArea: false).areaUnknown)
    #expect(Self.read("110105194912310021", knowsArea: false).areaUnknown)
    #expect(!Self.read("110105194913310021", knowsArea: false).areaUnknown)
    #expect(!Self.read("11010519491231002X").areaUnknown)
  }

  /// White space, marks without width, full-width forms, the Roman ten and a small x are no mistakes.
  @Test(arguments: [
    "11010519491231002x", " 110105 19491231 002X\t", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002ｘ", "11010519491231002Ⅹ",
    "11010519491231002ⅹ", "110105\u{3000}19491231\u{A0}002X", "\u{FEFF}110105\u{200B}19491231\u{200D}002X\u{200C}",
    "\u{202A}11010519491231002X\u{202C}", "11010519491231002X\r\n", "110105\u{AD}19491231002X",
  ])
  func `what is no mistake is mended`(typed: String) {
    #expect(CitizenNumber.repair(typed) == "11010519491231002X")
    #expect(Self.read(typed).problem == nil)
  }

  @Test(arguments: ["110105-19491231-002X", "11010519491231002Х", "¹10105", "①10105", "𝟏10105", "110105.002"])
  func `nothing else is mended`(typed: String) {
    #expect(CitizenNumber.repair(typed) == typed)
    #expect(Self.read(typed).problem != nil)
  }

  @Test func `every single wrong character and every exchange of different neighbours is caught`() {
    var steps = Steps(state: 1)
    for _ in 0..<150 {
      let number = InventedNumber.any(using: &steps)
      #expect(Self.read(number).problem == nil)
      let bytes = Array(number.utf8)
      for place in bytes.indices {
        for other in "0123456789X".utf8 where other != bytes[place] {
          var wrong = bytes
          wrong[place] = other
          let text = String(decoding: wrong, as: UTF8.self)
          #expect(Self.read(text).problem != nil, "\(number) as \(text)")
        }
        guard place + 1 < bytes.count, bytes[place] != bytes[place + 1] else { continue }
        var wrong = bytes
        wrong.swapAt(place, place + 1)
        let text = String(decoding: wrong, as: UTF8.self)
        #expect(Self.read(text).problem != nil, "\(number) as \(text)")
      }
    }
  }

  @Test func `reading a wrong number tells what was typed and no right one`() {
    var steps = Steps(state: 2)
    for _ in 0..<200 {
      let number = InventedNumber.any(using: &steps)
      for last in "0123456789X" where last != number.last {
        let typed = String(number.dropLast()) + String(last)
        let reading = Self.read(typed)
        #expect(reading.problem == .check)
        #expect(reading.normalised == typed)
        #expect(reading.number == nil)
      }
    }
  }

  /// GB 11643-1999: the century after the area, the check character at the end.
  @Test func `fifteen digits become eighteen`() {
    #expect(CitizenNumber.upgrade(fifteen: "110105491231002") == "11010519491231002X")
    for text in ["", "11010549123100", "1101054912310022", "11010549123100X", "11010549123100２"] {
      #expect(CitizenNumber.upgrade(fifteen: text) == nil)
    }
  }

  // MARK: Slips

  private static func slip(_ text: String, _ birth: String?, _ sex: Sex?) -> Slip? {
    CitizenNumber.slip(
      in: text, birthDate: birth.map(date), sex: sex, on: today, knowsArea: { ["441302", "110101"].contains($0) })
  }

  private static let slips: [(String, String?, Sex?, Slip?)] = [
    // 441302202103080018 with two neighbours exchanged, or one character misread.
    ("44130220120308001", "2021-03-08", Sex.male, Slip.swapped(first: 9)),
    ("44132020210308001", "2021-03-08", .male, .swapped(first: 5)),
    ("44130220210380001", "2021-03-08", .male, .swapped(first: 13)),
    ("44130220210308001", "2021-03-08", .male, nil),
    ("44130220210508001", "2021-03-08", .male, .digit(at: 12)),
    ("44130120210308001", "2021-03-08", .male, nil),
    ("44130220120308001", nil, .male, nil), ("44130220120308001", "2021-03-08", nil, nil),
    ("44130220120308001", "2021-03-08", .female, nil), ("44130220120308001", "2021-03-09", .male, nil),
    // A letter among the digits and a missing digit are seen without help.
    ("4413O220120308001", "2021-03-08", .male, nil), ("4413022012030800", "2021-03-08", .male, nil),
  ]

  @Test(arguments: slips)
  func `one place is named where birth date and sex leave one`(typed: String, birth: String?, sex: Sex?, slip: Slip?) {
    let last = InventedNumber.withCheck("44130220210308001").suffix(1)
    let named = Self.slip(typed + last, birth, sex)
    // A wrong area may be explained in several ways; what is named must then be that place or nothing.
    if typed.hasPrefix("441301") { #expect(named == nil || named == .digit(at: 6)) } else { #expect(named == slip) }
  }

  /// Found by fuzzing: a last character below the digits ended the program.
  @Test(arguments: ["/", " ", "!", "\u{0}", "G", "x"])
  func `a last character that no number has is no slip`(last: String) {
    #expect(Self.slip("44130220210308001" + last, "2021-03-08", .male) == nil)
  }

  @Test func `a place that is named is the place, and never the last`() {
    var steps = Steps(state: 3)
    var named = 0
    for _ in 0..<400 {
      let number = InventedNumber.any(using: &steps)
      guard let known = Self.read(number).number else { continue }
      var bytes = Array(number.utf8)
      let place = Int.random(in: 0..<17, using: &steps)
      let swaps = Bool.random(using: &steps)
      if swaps {
        guard bytes[place] != bytes[place + 1] else { continue }
        bytes.swapAt(place, place + 1)
      } else {
        let digit = UInt8.random(in: 0x30...0x39, using: &steps)
        guard digit != bytes[place] else { continue }
        bytes[place] = digit
      }
      let slip = CitizenNumber.slip(
        in: String(decoding: bytes, as: UTF8.self), birthDate: known.birthDate, sex: known.sex, on: Self.today,
        knowsArea: { _ in true })
      switch slip {
      case nil: break
      case .swapped(let first):
        named += 1
        // One misread digit may look like an exchange, but an exchange is never said to be elsewhere.
        if swaps { #expect(first == place + 1) }
        #expect((1...17).contains(first))
      case .digit(let at):
        named += 1
        if !swaps { #expect(at == place + 1) }
        #expect((1...17).contains(at))
      }
    }
    #expect(named > 100)
  }
}
