import Testing

@testable import Standards

@Suite struct DocumentNumberTests {
  private static func check(_ text: String, _ type: DocumentType) -> DocumentNumberProblem? {
    DocumentNumber.check(text, type: type, on: date("2024-11-25"))
  }

  private static let shapes: [(String, DocumentType, DocumentNumberProblem?)] = [
    // 港澳居民来往内地通行证, identity cards of the two regions, residence permits (81, 82, 83).
    ("H12345678", DocumentType.hongKong, nil), ("H1234567801", .hongKong, nil), ("H123456789", .hongKong, .shape),
    ("M12345678", .hongKong, .shape), ("h12345678", .hongKong, .shape), ("A123456(3)", .hongKong, nil),
    ("A1234563", .hongKong, nil), ("WX123456(A)", .hongKong, nil), ("A123456(B)", .hongKong, .shape),
    ("ABC1234563", .hongKong, .shape), ("A12345(6)", .hongKong, .shape), ("A123456(3", .hongKong, .shape),
    ("", .hongKong, .shape),
    ("810000199408230021", .hongKong, nil), ("810000199408230022", .hongKong, .check),
    ("830000199201300022", .hongKong, .region),
    ("潘小明小明小", .hongKong, .shape),
    ("M12345678", .macao, nil), ("1234567(8)", .macao, nil), ("51234567", .macao, nil), ("2234567(8)", .macao, .shape),
    ("12345678", .taiwan, nil), ("1234567", .taiwan, .shape), ("123456789", .taiwan, .shape),
    ("A2345678", .taiwan, .shape),
    ("830000199201300022", .taiwan, nil), ("810000199408230021", .taiwan, .region),
    ("830000199213300022", .taiwan, .check),
    // 外国人永久居留身份证: 15 characters, or 18 digits beginning with 9 since December 2023.
    ("USA110019900101", .permanentResidence, nil), ("US1110019900101", .permanentResidence, .shape),
    ("USA11001990010", .permanentResidence, .shape), ("911840199001010010", .permanentResidence, .check),
    ("811840199001010010", .permanentResidence, .shape), ("9118401990010100X0", .permanentResidence, .shape),
    ("E1234", .passport, nil), ("E123", .passport, .shape), ("e12345678", .passport, nil),
    ("12345678901234567", .passport, nil),
    ("123456789012345678", .passport, .shape), ("E1234 678", .passport, .shape), ("Е12345678", .passport, .shape),
    // A household book has the citizen number, or one of its own.
    ("002431", .householdRegister, nil), ("11010519491231002X", .householdRegister, nil),
    ("110105194912310021", .householdRegister, .check), ("潘小明小明小", .householdRegister, nil),
    ("军字第1号", .officer, nil), ("1", .soldier, nil), ("1", .civilianCadre, nil), ("1", .retiredSoldier, nil),
    ("?", .other, nil),
  ]

  @Test(arguments: shapes)
  func `a number is held against the shape of its document`(
    text: String, type: DocumentType, problem: DocumentNumberProblem?
  ) {
    #expect(Self.check(text, type) == problem)
  }

  @Test func `the card since 2023 has the citizen number's check character`() {
    let number = InventedNumber.withCheck("91184019900101001")
    #expect(Self.check(number, .permanentResidence) == nil)
  }

  @Test func `a shape only warns, a check character is certain`() {
    #expect(DocumentNumberProblem.allCases.filter(\.isCertain) == [.check])
  }

  @Test func `the kinds that may bear a number of the citizen number's form are these`() {
    #expect(DocumentType.allCases.filter(\.mayBeCitizenNumber).map(\.rawValue) == ["1", "6", "7", "8", "B"])
  }
}
