import FormModel

/// What is printed in one go: forms, each on a page of its own, or slips, several on a page.
public enum Paper: Hashable, Sendable {
  case forms([PaperForm])
  case slips([Slip], title: String, Language)

  /// One slip, as lines of text.
  public struct Slip: Hashable, Sendable {
    /// The class whose slips it lies among: slips of two classes never share a page.
    public var className: String
    public var lines: [String]

    public init(className: String, lines: [String]) {
      (self.className, self.lines) = (className, lines)
    }
  }

  /// Into what kind of file it is written: the ending of the file's name decides.
  public enum Format: Sendable {
    /// For a browser, which prints it.
    case html
    /// Plain text in 80 columns, for a line printer.
    case text

    /// What the name of a file asks for; nil for an ending that means nothing here.
    public init?(ofFileNamed name: String) {
      let name = name.lowercased()
      if name.hasSuffix(".html") {
        self = .html
      } else if name.hasSuffix(".txt") {
        self = .text
      } else {
        return nil
      }
    }
  }

  /// The file's bytes, in UTF-8.
  public func bytes(as format: Format) -> [UInt8] {
    switch format {
    case .html: Array(html.utf8)
    case .text: Array(text.utf8)
    }
  }
}
