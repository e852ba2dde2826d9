import FormModel
import Terminal
import Wording

extension Desk {
  /// The whole screen of the present page, or the request for a larger window.
  public func draw(size: Size, _ context: DeskContext) -> Canvas {
    var canvas = Canvas(size: size)
    var context = context
    (context.settings, context.isKiosk) = (currentSettings, isKiosk)
    context = context.of(edition)
    guard Frame.fits(size) else {
      drawTooSmall(on: &canvas, context)
      return canvas
    }
    switch page {
    case .home(let screen): screen.draw(on: &canvas, problem: problem(context.wording), context)
    case .settings(let screen): screen.draw(on: &canvas, context)
    case .comeBack(let screen): screen.draw(on: &canvas, context)
    case .readBack(let screen): screen.draw(on: &canvas, context)
    case .guided(let screen): screen.draw(on: &canvas, context)
    case .locked(let screen): screen.draw(on: &canvas, context)
    case .farewell(let screen): screen.draw(on: &canvas, context)
    case .door(let screen): screen.draw(on: &canvas, context)
    case .work(let room): room.draw(on: &canvas, context)
    case .unsaved(let screen): screen.draw(on: &canvas, context)
    }
    if isExplaining, let phrase = explanation { drawExplanation(phrase, on: &canvas, context) }
    return canvas
  }

  /// What the first page says of the settings and of what cannot be read.
  private func problem(_ wording: Wording) -> String? {
    settingsProblem.map { wording(HomePhrase.settingsFailed, wording.message($0)) }
      ?? unread.map { wording(HomePhrase.unread, wording.message($0)) }
  }

  /// A few words above the bar; the page stays in sight.
  private func drawExplanation(_ phrase: HomePhrase, on canvas: inout Canvas, _ context: DeskContext) {
    let top = canvas.size.rows - 6
    for row in top..<canvas.size.rows - 1 {
      canvas.put("", at: Point(column: 0, row: row), width: canvas.size.columns)
    }
    Frame.rule(on: &canvas, row: top)
    let area = Area(
      origin: Point(column: Frame.margin + 1, row: top + 1), columns: canvas.size.columns - 2 * Frame.margin - 2,
      rows: 4)
    canvas.paragraph(context.wording(phrase), in: area, row: 0, lines: 4, style: Style(.cyan))
  }

  private func drawTooSmall(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let area = Area(origin: Point(column: 0, row: 0), columns: canvas.size.columns, rows: canvas.size.rows)
    let used = canvas.paragraph(
      wording(CommonPhrase.windowTooSmall), in: area, row: 0, lines: 3, style: Style(bold: true))
    let size = wording(CommonPhrase.windowSize, "\(canvas.size.columns)", "\(canvas.size.rows)")
    let row = used + canvas.paragraph(size, in: area, row: used, lines: 4)
    guard !isKiosk else { return }
    canvas.paragraph(wording(CommonPhrase.windowLeave), in: area, row: row, lines: 2)
  }
}
