import Wording

/// A command line, read once more beside what the commands take: to tell which page of help is meant, or what is wrong.
///
/// The parser has read it before, and knows whether it can be followed; but it explains mistakes only in English.
struct CommandLineReading {
  /// The command that is named, and the names that lead to it.
  private let command: CommandDescription
  private let path: [String]
  private(set) var mistake = UsageMistake.notUnderstood

  /// An option whose value is not one of a list, and where the two stand.
  private struct Free {
    var place: Range<Int>
    var value: String
    var option: String
    var isDay: Bool
  }

  /// - Parameter isUnderstood: whether the parser can follow another command line.
  init(_ arguments: [String], of program: CommandDescription, isUnderstood: ([String]) -> Bool) {
    var command = program
    var path: [String] = []
    var rest = arguments[...]
    if rest.first == "help" { rest.removeFirst() }
    while let next = command.subcommand(rest.first) {
      path.append(rest.removeFirst())
      command = next
    }
    (self.command, self.path) = (command, path)
    // What follows is for the command that is meant where none is named.
    while let next = command.subcommand(command.usual) { command = next }
    var frees: [Free] = []
    if let mistake = Self.mistake(in: rest, for: command, &frees) {
      self.mistake = mistake
      return
    }
    // What is wrong is a value that only the command itself can judge: the one without which the parser can follow.
    var shorter = arguments
    for free in frees.reversed() {
      shorter.removeSubrange(free.place)
      guard isUnderstood(shorter) else { continue }
      mistake =
        free.isDay
        ? .badDay(free.value, option: free.option) : .badValue(free.value, option: free.option, allowed: [])
      return
    }
  }

  /// The page of help that is meant.
  func page(_ wording: Wording) -> [String] { HelpPage(command, path: path, wording).lines }

  /// What is wrong, and where to read more.
  func complaint(_ wording: Wording) -> String {
    wording(UsagePhrase.see, mistake.sentence(wording), ([wording.program] + path + ["--help"]).joined(separator: " "))
  }

  private static func mistake(
    in words: ArraySlice<String>, for command: CommandDescription, _ frees: inout [Free]
  ) -> UsageMistake? {
    var rest = words
    var placed: [String] = []
    var given: Set<[String]> = []
    while let word = rest.popFirst() {
      if word == "--" {
        placed += rest
        break
      }
      guard isOption(word) else {
        placed.append(word)
        continue
      }
      let start = rest.startIndex - 1
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let argument = command.arguments.first(where: { $0.names.contains(parts[0]) }) else {
        return .unknownOption(parts[0])
      }
      given.insert(argument.names)
      let label = argument.label(as: parts[0])
      var values = parts.dropFirst().filter { !$0.isEmpty }
      if argument.kind == .flag {
        if let value = values.first { return .unwantedValue(value, option: label) }
        continue
      }
      while let next = rest.first, !isOption(next), values.isEmpty || argument.takesSeveral {
        values.append(next)
        rest.removeFirst()
      }
      if values.isEmpty { return .missingValue(option: label) }
      for value in values {
        if argument.values.isEmpty {
          frees.append(Free(place: start..<rest.startIndex, value: value, option: label, isDay: argument.isDay))
        } else if !argument.values.contains(value) {
          return .badValue(value, option: label, allowed: argument.values)
        }
      }
    }
    return missing(from: placed, given, command)
  }

  /// What is not there, or is there and belongs nowhere.
  private static func missing(
    from placed: [String], _ given: Set<[String]>, _ command: CommandDescription
  ) -> UsageMistake? {
    var left = placed[...]
    for argument in command.arguments {
      let isThere = argument.kind == .positional ? !left.isEmpty : given.contains(argument.names)
      if !isThere, !argument.isOptional { return .missingArgument(argument.label()) }
      guard argument.kind == .positional else { continue }
      left = argument.isRepeating ? [] : left.dropFirst()
    }
    return left.first.map { .unexpected($0) }
  }

  /// A `-` by itself stands for standard input or output.
  private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }
}
