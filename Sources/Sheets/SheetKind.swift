/// What a file is by its first bytes; its name says nothing.
enum SheetKind {
  case text
  case workbook
  /// A compound file: an Office document from before 2007, or today an encrypted workbook.
  case compound
  case other

  /// How files begin that are certainly no table: pages, pictures, packed files and programs.
  private static let others: [[UInt8]] =
    ["%PDF", "{\\rtf", "GIF8", "Rar!", "<", "SQLite format"].map { Array($0.utf8) } + [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], [0x7F, 0x45, 0x4C, 0x46],
    ]

  init(_ head: ArraySlice<UInt8>) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .workbook
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else {
      let text = head.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0D, 0x0A].contains($0) }
      self = Self.others.contains { text.starts(with: $0) } ? .other : .text
    }
  }
}
