import FormModel
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Where there are several forms, the first page offers each, and every page is that of its record's form.
@Suite struct SeveralFormsScreenTests {
  /// A folder with the national form and a copy of another name.
  private static let folder = Result {
    let bytes = try FormFolder.embedded.bytes("preschool-28.json")
    let other = String(decoding: bytes, as: UTF8.self)
      .replacing("\"preschool-28\"", with: "\"summer-28\"").replacing("幼儿信息登记", with: "暑期班报名")
      .replacing("Child registration", with: "Summer class")
    let path = try RenamedForm.folder(["summer.json": Array(other.utf8), "preschool-28.json": bytes])
    return FormFolder(directory: path)
  }

  @Test(arguments: [Size(80, 24), Size(60, 20)])
  func `home offers each form`(size: Size) throws {
    var sitting = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    sitting.size = size
    GoldenScreen.check(sitting.canvas, "home-forms-\(size.columns)x\(size.rows)")
  }

  @Test func `whoever has named a form is offered no other`() throws {
    let (named, usual) = (
      try Sitting(.home, forms: FormLibrary("preschool-28", from: Self.folder.get())), try Sitting(.home)
    )
    #expect(named.canvas == usual.canvas)
  }

  @Test func `what is chosen is filled in, and the page bears its title`() throws {
    var sitting = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    sitting.type("2")
    #expect(sitting.record?.formName == "summer-28" && sitting.screen.contains("暑期班报名"))
    sitting.enter("潘小明")
    #expect(sitting.record?.answers.compactMap(\.self).count == 1)
    // The first is the usual one.
    var other = try Sitting(.home, forms: FormLibrary(from: Self.folder.get()))
    other.type("1")
    #expect(other.record?.formName == "preschool-28" && other.screen.contains("幼儿信息登记"))
  }
}
