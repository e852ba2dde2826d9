import ArgumentParser
import Standards
import Wording

/// A command and what it takes, as the parser describes itself to programs; none of its English sentences is read.
struct CommandDescription {
  struct Argument {
    enum Kind: String {
      case positional, option, flag
    }

    let kind: Kind
    /// As they are written, such as `-o` and `--output`; none where the place tells what is meant.
    let names: [String]
    /// What the value is called, in the language that is spoken.
    let valueName: String
    let isDay: Bool
    let about: String
    let isOptional: Bool
    let isRepeating: Bool
    /// Whether one option is followed by several values.
    let takesSeveral: Bool
    /// All that it can be; empty where that is not listed.
    let values: [String]
    /// What it is where nothing is given.
    let ordinary: String?

    /// How a page and a sentence name it: `--output <file>`, `<codes> ...`.
    func label(as name: String? = nil) -> String {
      let name = name ?? names.last ?? ""
      switch kind {
      case .positional: return "<\(valueName)>" + (isRepeating ? " ..." : "")
      case .option: return "\(name) <\(valueName)>"
      case .flag: return name
      }
    }
  }

  let name: String
  let about: String
  let more: String
  let arguments: [Argument]
  let subcommands: [CommandDescription]
  /// The subcommand that is meant where none is named.
  let usual: String?

  /// The whole program.
  static var program: CommandDescription {
    CommandDescription((try? JSONValue.parse(Array(Xueji._dumpHelp().utf8)))?["command"] ?? .null)
  }

  func subcommand(_ name: String?) -> CommandDescription? { subcommands.first { $0.name == name } }
}

extension CommandDescription {
  /// - Parameter json: a command of ArgumentParser's ToolInfoV0.
  private init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    about = json["abstract"]?.string ?? ""
    more = json["discussion"]?.string ?? ""
    arguments = (json["arguments"]?.array ?? []).filter(\.isShown).compactMap(Argument.init)
    // The parser adds a command of its own for the pages of help.
    subcommands = (json["subcommands"]?.array ?? []).filter(\.isShown).map(CommandDescription.init)
      .filter { $0.name != "help" }
    usual = json["defaultSubcommand"]?.string
  }
}

extension CommandDescription.Argument {
  fileprivate init?(_ json: JSONValue) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init) else { return nil }
    self.kind = kind
    names = (json["names"]?.array ?? []).compactMap { name in
      name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
    }.sorted { $0.utf8.count < $1.utf8.count }
    let value = json["valueName"]?.string ?? ""
    let phrase = ValuePhrase(rawValue: value)
    valueName = phrase.map { HelpText.wording($0) } ?? value
    isDay = phrase == .date
    about = json["abstract"]?.string ?? ""
    isOptional = json["isOptional"]?.bool == true
    isRepeating = json["isRepeating"]?.bool == true
    takesSeveral = json["parsingStrategy"]?.string == "upToNextOption"
    values = (json["allValues"]?.array ?? []).compactMap(\.string)
    ordinary = json["defaultValue"]?.string
  }
}

extension JSONValue {
  fileprivate var isShown: Bool { self["shouldDisplay"]?.bool != false }
}
