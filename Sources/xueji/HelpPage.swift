import TextLayout
import Wording

/// A command's page of help, at most 80 columns wide.
struct HelpPage {
  private static let columns = 80
  /// The column in which the descriptions of arguments begin.
  private static let margin = 26

  private(set) var lines: [String] = []
  private let wording: Wording

  /// - Parameter path: the names that lead to the command, without the program's.
  init(_ command: CommandDescription, path: [String], _ wording: Wording) {
    self.wording = wording
    lines += TextWidth.wrap(command.about, columns: Self.columns)
    if !command.more.isEmpty { lines += [""] + TextWidth.wrap(command.more, columns: Self.columns) }
    let parts = Parts(command, path: [wording.program] + path, wording)
    lines += [""] + TextWidth.wrap(wording(UsagePhrase.usage, parts.usage), columns: Self.columns)
    list(wording(UsagePhrase.arguments), parts.arguments)
    list(wording(UsagePhrase.options), parts.options)
    list(
      wording(UsagePhrase.commands),
      command.subcommands.map { ($0.name, $0.about + ($0.name == command.usual ? wording(UsagePhrase.usual) : "")) })
    if !command.subcommands.isEmpty {
      let names = ([wording.program, "help"] + path).joined(separator: " ")
      lines += ["", wording(UsagePhrase.moreOfCommand, names)]
    }
  }

  /// How a command is used, and what is said of each thing that it takes: on a page of help and in the manual.
  struct Parts {
    let usage: String
    let arguments: [(name: String, about: String)]
    let options: [(name: String, about: String)]

    /// - Parameter path: the names that lead to the command, the program's first.
    init(_ command: CommandDescription, path: [String], _ wording: Wording) {
      let given = command.arguments.filter { $0.kind != .positional }
      let places = command.arguments.filter { $0.kind == .positional }
      var usage = path
      if command.subcommands.isEmpty { usage.append(wording(UsagePhrase.anyOptions)) }
      usage += given.filter { !$0.isOptional }.map { $0.label() }
      usage += places.map { $0.isOptional ? "[\($0.label())]" : $0.label() }
      if !command.subcommands.isEmpty { usage.append(wording(UsagePhrase.anyCommand)) }
      self.usage = usage.joined(separator: " ")
      arguments = places.map { ($0.label(), HelpPage.about($0, wording)) }
      options = given.map { (HelpPage.names(of: $0), HelpPage.about($0, wording)) }
    }
  }

  private mutating func list(_ title: String, _ rows: [(name: String, about: String)]) {
    guard !rows.isEmpty else { return }
    lines += ["", title]
    for (name, about) in rows {
      let texts = TextWidth.wrap(about, columns: Self.columns - Self.margin)
      let head = "  " + name
      let room = Self.margin - TextWidth.of(head)
      if room > 1 {
        lines.append(head + String(repeating: " ", count: room) + texts[0])
      } else {
        lines += [head, String(repeating: " ", count: Self.margin) + texts[0]]
      }
      lines += texts.dropFirst().map { String(repeating: " ", count: Self.margin) + $0 }
    }
  }

  /// All its names, and what follows the last.
  private static func names(of argument: CommandDescription.Argument) -> String {
    (argument.names.dropLast() + [argument.label()]).joined(separator: ", ")
  }

  private static func about(_ argument: CommandDescription.Argument, _ wording: Wording) -> String {
    // These two are the parser's own.
    if argument.names.contains("--version") { return wording(OptionPhrase.version) }
    if argument.names.contains("--help") { return wording(OptionPhrase.help) }
    var more: [String] = []
    if !argument.values.isEmpty {
      more.append(wording(UsagePhrase.values, argument.values.joined(separator: wording.comma)))
    }
    if let ordinary = argument.ordinary { more.append(wording(UsagePhrase.ordinary, ordinary)) }
    guard !more.isEmpty else { return argument.about }
    return argument.about + wording(UsagePhrase.inBrackets, more.joined(separator: wording.semicolon))
  }
}
