import FormModel
import Terminal
import Wording

extension Desk {
  /// The whole screen of the present page, or the request for a larger window.
  public func draw(size: Size, _ context: DeskContext) -> Canvas {
    var canvas = Canvas(size: size)
    let context = known(context)
    guard Frame.fits(size) else {
      drawTooSmall(on: &canvas, context)
      canvas.cursor = Point(column: 0, row: 0)
      return canvas
    }
    page.draw(on: &canvas, context)
    if pinyin.isOn, page.hanzi(context) != nil { pinyin.draw(on: &canvas, context.wording) }
    // Where nothing is typed or chosen, it stands where reading begins: a magnifier and a screen reader follow it.
    if canvas.cursor == nil { canvas.cursor = Self.beginning(of: canvas) }
    if let phrase = shownExplanation { drawExplanation(phrase, on: &canvas, context) }
    return canvas
  }

  private static func beginning(of canvas: Canvas) -> Point {
    let row = (2..<canvas.size.rows).first { row in canvas.row(row).contains { $0.text != " " } } ?? 2
    return Point(column: Frame.margin, row: row)
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
