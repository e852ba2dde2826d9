import Filling
import FormModel
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let (wording, columns) = (context.wording, canvas.size.columns - 2 * Frame.margin)
    let bar =
      switch helpPage {
      case nil: entry.bar(wording, columns: columns)
      case 0 where entry.panel == nil: wording(CommonPhrase.helpMore)
      case .some: wording(CommonPhrase.helpClose)
      }
    let area = entry.frame(bar).draw(on: &canvas, context)
    drawProgress(on: &canvas, in: area, context)
    let body = Area(origin: area.point(2), columns: area.columns, rows: area.rows - 2)
    if isHelping { return drawHelp(on: &canvas, in: body, context) }
    if entry.drawPanel(on: &canvas, in: body, context) { return }
    if case .jump(let number) = entry.panel {
      drawJump(number, on: &canvas, in: body, context)
    } else {
      entry.drawItem(on: &canvas, in: body, context)
    }
  }
}
