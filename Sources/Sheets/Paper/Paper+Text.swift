import Standards

extension Paper {
  /// The width of a line printer's page, in columns; a Chinese character takes two.
  static let columns = 80
  /// Where a page ends.
  private static let formFeed = "\u{0C}"

  /// Plain text for a line printer: no line is wider than 80 columns, and a form feed stands between two pages.
  public var text: String {
    switch self {
    case .forms(let forms):
      forms.map { $0.lines.joined(separator: "\n") + "\n" }.joined(separator: Self.formFeed)
    case .slips(let slips, _, _):
      SlipPage.pages(of: slips, SlipPage.typed).map(\.text).joined(separator: Self.formFeed)
    }
  }
}
