import Records
import Standards
import Terminal
import TextLayout
import Wording

/// Where the columns of the review stand: a narrow window goes without the class and who filled it in, a wide one gives
/// names and classes more room.
struct ReviewColumns: Hashable, Sendable {
  let name: Int
  let className: Int
  let filler: Int
  let status: Int
  let duplicate: Int

  init(columns: Int) {
    if columns >= 100 {
      (name, className, filler, status, duplicate) = (24, 14, 12, 9, 12)
    } else if columns >= 76 {
      (name, className, filler, status, duplicate) = (11, 6, 8, 6, 10)
    } else {
      (name, className, filler, status, duplicate) = (11, 0, 0, 6, 6)
    }
  }

  /// Draws texts side by side, each cut to its column.
  func draw(
    _ texts: Texts, on canvas: inout Canvas, at point: Point, style: Style
  ) {
    let counts = texts.counts
    let parts: [(String, Int, isRight: Bool)] = [
      (texts.time, 5, false), (texts.name, name, false), (texts.className, className, false),
      (texts.filler, filler, false), (counts[0], 4, true), (counts[1], 4, true), (counts[2], 4, true),
      (counts[3], 6, true), (texts.status, status, false), (texts.duplicate, duplicate, false),
    ]
    var column = point.column
    for (text, width, isRight) in parts where width > 0 {
      let cut = TextWidth.cut(text, to: width)
      let indent = isRight ? width - TextWidth.of(cut) : 0
      canvas.put(cut, at: Point(column: column + indent, row: point.row), style: style)
      column += width + 1
    }
  }

  struct Texts {
    var time: String
    var name: String
    var className: String
    var filler: String
    /// What is still to be given, errors, warnings, unconfirmed.
    var counts: [String]
    var status: String
    var duplicate: String

    /// The headings.
    init(_ wording: Wording, isNarrow: Bool) {
      time = wording(ReviewPhrase.time)
      name = wording(ReviewPhrase.name)
      className = wording(ReviewPhrase.className)
      filler = wording(ReviewPhrase.filler)
      counts = [ReviewPhrase.owed, .errors, .warnings, .unconfirmed].map { wording($0) }
      status = wording(ReviewPhrase.status)
      duplicate = ""
    }

    init(_ summary: RecordSummary, day: CalendarDate, isNarrow: Bool, isMixed: Bool, _ context: DeskContext) {
      let wording = context.wording
      let moment = summary.handedIn ?? summary.created
      time = moment.date == day ? String(moment.clock.prefix(5)) : String(moment.date.iso.dropFirst(5))
      let plain = summary.name.isEmpty ? summary.code.text : wording.plain(summary.name)
      name = isMixed ? context.marked(plain, of: summary) : plain
      className = wording.plain(summary.className ?? "")
      filler = context.filler(summary.filler)
      counts = [
        summary.missing.count, summary.errors, summary.warnings, summary.unconfirmed.count,
      ].map { "\($0)" }
      status = wording.state(summary)
      duplicate =
        summary.isDuplicate
        ? wording(isNarrow ? ReviewPhrase.duplicateShort : .duplicate)
        : summary.isNumberInDraft ? wording(isNarrow ? ReviewPhrase.numberInDraftShort : .numberInDraft) : ""
    }
  }
}
