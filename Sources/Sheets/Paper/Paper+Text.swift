import Standards

extension Paper {
  /// The width of a line printer's page, in columns; a Chinese character takes two.
  static let columns = 80
  /// Where a page ends.
  private static let formFeed = "\u{0C}"

  /// Plain text for a line printer: no line is wider than 80 columns, and a form feed stands between two forms.
  public var text: String {
    switch self {
    case .forms(let forms):
      forms.map { $0.lines.joined(separator: "\n") + "\n" }.joined(separator: Self.formFeed)
    case .slips(let slips, _, _):
      slips.map { $0.map { $0.harmless + "\n" }.joined() }.joined(separator: "\n" + Self.cut + "\n\n")
    }
  }

  /// Where one slip is cut off from the next.
  private static let cut = String(repeating: "- ", count: 20)
}
