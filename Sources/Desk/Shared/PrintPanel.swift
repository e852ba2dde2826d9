import Records
import Standards
import Terminal
import Wording

/// Asks into which file something is printed, and says where it then lies.
struct PrintPanel: AsksForFile {
  let printout: Printout
  /// Asks for the file; once it is written, tells its full path.
  var file: FilePanel<String>
  /// How many names were offered: the first may be taken already.
  private var offers = 1

  init(_ printout: Printout, _ context: DeskContext) {
    self.printout = printout
    file = FilePanel(asking: Self.line(printout, offer: 1, context))
  }

  /// What became of it. Where the name that was offered is taken, the next one is offered.
  mutating func hear(_ path: String, _ problem: PrintProblem?, _ context: DeskContext) {
    guard let problem else { return file.tell(path) }
    guard var line = file.line else { return }
    if case .notWritten(let error) = problem, error.code == .exists,
      line.editor.text == Self.name(printout, offer: offers, context)
    {
      offers += 1
      line = Self.line(printout, offer: offers, context)
    }
    line.notice = context.wording.message(problem)
    file.ask(line)
  }

  /// The name that stands there; nil once the file is written.
  var typed: JSONValue? {
    guard let line = file.line else { return nil }
    var typed: [String: JSONValue] = ["asks": line.typed, "offers": .int(offers)]
    switch printout {
    case .form: break
    case .papers(let kind, let ids): typed[kind.rawValue] = .array(ids.map { .string($0.text) })
    }
    return .object(typed)
  }

  /// Restores the panel of a record's page or, where there is no record, of a list, with the records whose papers it
  /// was to print.
  init?(typed: JSONValue?, of record: Record?) {
    guard let line = LinePanel(typed: typed?["asks"]) else { return nil }
    let kind = PaperKind.allCases.first { typed?[$0.rawValue] != nil } ?? .slips
    let ids = (typed?[kind.rawValue]?.array ?? []).compactMap(\.string).compactMap { RecordID($0) }
    printout = record.map { .form($0) } ?? .papers(kind, ids)
    file = FilePanel(asking: line)
    offers = min(max(1, typed?["offers"]?.int ?? 1), 1_000)
  }

  private static func line(_ printout: Printout, offer: Int, _ context: DeskContext) -> LinePanel {
    let wording = context.wording
    let title =
      switch printout {
      case .form: wording(PrintPhrase.titleForm)
      case .papers(let kind, let ids): wording(kind.title, "\(ids.count)")
      }
    return LinePanel(title: title, hint: wording(PrintPhrase.hint), text: name(printout, offer: offer, context))
  }

  /// A name that nobody has to think about: what it is, whose, and of which day.
  private static func name(_ printout: Printout, offer: Int, _ context: DeskContext) -> String {
    let day = context.today.iso.filter { $0 != "-" }
    let name =
      switch printout {
      case .form(let record): context.wording(PrintPhrase.nameForm, record.code.text, day)
      case .papers(let kind, _): context.wording(kind.fileName, day)
      }
    return offer == 1 ? "\(name).html" : "\(name)-\(offer).html"
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    file.line?.draw(on: &canvas, in: area, row: 1, context)
    guard let path = file.told else { return }
    canvas.put(wording(PrintPhrase.written), at: area.point(1), style: Style(.green, bold: true))
    let used = canvas.paragraph(path, in: area, row: 3, indent: 2, lines: 5, style: Style(bold: true))
    let isText = path.lowercased().hasSuffix(".txt")
    canvas.paragraph(wording(isText ? PrintPhrase.openText : .openHTML), in: area, row: 4 + used, lines: 2)
    canvas.paragraph(wording(PrintPhrase.close), in: area, row: 7 + used, lines: 2, style: Style(.grey))
  }
}

extension PaperKind {
  fileprivate var title: PrintPhrase {
    switch self {
    case .slips: .titleSlips
    case .forms: .titleForms
    case .prefilled: .titlePrefilled
    }
  }

  fileprivate var fileName: PrintPhrase {
    switch self {
    case .slips: .nameSlips
    case .forms: .nameForms
    case .prefilled: .namePrefilled
    }
  }
}
