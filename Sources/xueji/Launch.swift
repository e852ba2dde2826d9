import Desk
import FormModel
import Glibc
import Records
import Standards

/// How the desk is started: what the options of `xueji` and `xueji fill` come to.
struct Launch {
  var start = Desk.Start.home
  var lang: CommonOptions.LanguageName?
  var forms: String?
  var form: String?
  var store: String?
  var name: String?
  /// The desk is all there is: for the login shell of the desk's account.
  var isKiosk = false
  /// The form is filled in line by line.
  var isPlain = false

  init() {}

  /// Whether this terminal, or whoever sits at it, is better served with lines than with a screen.
  static var isPlainHere: Bool {
    if ["XUEJI_PLAIN", "ACCESSIBLE"].contains(where: { Environment.value($0) == "1" }) { return true }
    // Only where a person sits there: a script asks for lines itself.
    return Environment.value("TERM") == "dumb" && isatty(STDIN_FILENO) != 0
  }

  /// The plain ways to start the desk, read without a parser; nil for anything else, help and mistakes included.
  ///
  /// Describing every command to the parser takes as long as everything else up to the first screen together, and a
  /// family is waiting for that screen. What is not understood here is left to the parser, which knows all of it.
  init?(_ arguments: ArraySlice<String>) {
    var rest = arguments
    let isFill = rest.first == FillCommand.name
    if isFill {
      isPlain = Self.isPlainHere
      rest = rest.dropFirst()
      start = .newForm
      if let code = rest.first, let code = RecordCode(code) {
        rest = rest.dropFirst()
        start = .comeBack(code: code.text)
      }
    }
    while let option = rest.popFirst() {
      if option == HomeCommand.kiosk, case .home = start {
        isKiosk = true
        continue
      }
      if option == FillCommand.plain, isFill {
        isPlain = true
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch option {
      case "--store": store = value
      case "--forms": forms = value
      case "--form": form = value
      case "--as": name = value
      case "--lang":
        guard let language = CommonOptions.LanguageName(rawValue: value) else { return nil }
        lang = language
      default: return nil
      }
    }
  }
}
