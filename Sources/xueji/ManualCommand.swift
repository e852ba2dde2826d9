import ArgumentParser
import Records
import Wording

/// Writes the page for man(1) and the completion scripts of three shells, where the system looks for them.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration("manual", CommandPhrase.manual, ManualPhrase.manual)

  @OptionGroup var common: CommonOptions
  @Argument(help: .saying(OptionPhrase.manualFolder, "dir")) var folder: String

  func run() throws {
    for (path, text) in Self.files(common.wording) {
      let path = folder + "/" + path
      do throws(StoreError) {
        try PublicFile.write(text, to: path)
      } catch {
        throw Output.refuse(common.wording.message(.notWritten(error)), 74)
      }
      Output.say(path)
    }
  }

  /// What is written, by its place below `/usr/local/share` or another such folder.
  static func files(_ wording: Wording) -> [(path: String, text: String)] {
    [
      ("man/man1/xueji.1", ManualPage(.program, wording).text),
      ("bash-completion/completions/xueji", Xueji.completionScript(for: .bash)),
      ("zsh/site-functions/_xueji", Xueji.completionScript(for: .zsh)),
      ("fish/vendor_completions.d/xueji.fish", Xueji.completionScript(for: .fish)),
    ]
  }
}
