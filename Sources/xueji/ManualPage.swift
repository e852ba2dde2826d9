import TextLayout
import Wording

/// The whole manual as one page for man(1), made of what the commands say of themselves.
struct ManualPage {
  private(set) var text: String
  private let wording: Wording

  init(_ program: CommandDescription, _ wording: Wording) {
    self.wording = wording
    // Chinese lines are not drawn out to the margin.
    text = ".TH XUEJI 1\n.ad l\n"
    section(wording(UsagePhrase.manualName))
    line("\(program.name) - \(program.about)")
    section(wording(UsagePhrase.manualUse))
    line("\(program.name) \(wording(UsagePhrase.anyCommand)) \(wording(UsagePhrase.anyOptions))")
    text += ".PP\n"
    line(program.more)
    section(Self.heading(wording(UsagePhrase.commands)))
    commands(below: program, path: [program.name])
  }

  private mutating func commands(below command: CommandDescription, path: [String]) {
    for command in command.subcommands {
      let path = path + [command.name]
      text += ".SS \(Self.escaped(path.dropFirst().joined(separator: " ")))\n"
      let page = HelpPage.Parts(command, path: path, wording)
      line(command.about)
      text += ".PP\n"
      line(page.usage)
      if !command.more.isEmpty {
        text += ".PP\n"
        line(command.more)
      }
      for (name, about) in page.arguments + page.options {
        text += ".TP\n"
        line(name)
        line(about)
      }
      commands(below: command, path: path)
    }
  }

  private mutating func section(_ title: String) { text += ".SH \(Self.escaped(title))\n" }

  /// A title without the colon that it has above a list.
  private static func heading(_ title: String) -> String { String(title.prefix { $0 != "：" && $0 != ":" }) }

  private mutating func line(_ said: String) { text += Self.escaped(said) + "\n" }

  /// Text in which nothing is a command to the formatter.
  private static func escaped(_ said: String) -> String {
    let text = said.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
