import Records
import Terminal
import TextLayout
import Wording

extension ReadBackScreen {
  func draw(on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    var frame = frame(wording(ReadBackPhrase.title), columns: canvas.size.columns, context)
    frame.code = held.record.code.text
    frame.saving = saving
    let help: ReadBackPhrase = isFamily ? .help : .helpStaff
    guard let area = draw(frame, help: help, on: &canvas, context) else { return }
    switch panel {
    case nil: drawSentences(on: &canvas, in: area, context)
    case .which(let fields, let menu): drawWhich(fields, menu, on: &canvas, in: area, context)
    case .how(_, let menu):
      canvas.put(wording(ReadBackPhrase.howTitle), at: area.point(0), style: Style(bold: true))
      menu.draw(Self.means.map { shown($0, wording) }, on: &canvas, in: area, row: 2)
      menu.drawHint("", on: &canvas, in: area, row: 1, wording)
    case .who(_, let how, let line):
      canvas.put(shown(how, wording), at: area.point(0), style: Style(.cyan))
      line.draw(on: &canvas, in: area, row: 2, context)
    case .print(let panel): panel.draw(on: &canvas, in: area, context)
    }
  }

  private static func name(of how: Confirmation.Means, _ wording: Wording) -> String {
    switch how {
    case .desk: wording(ReadBackPhrase.howDesk)
    case .telephone: wording(ReadBackPhrase.howTelephone)
    case .paper: wording(ReadBackPhrase.howPaper)
    }
  }

  /// A way to confirm, with the number to call.
  func shown(_ how: Confirmation.Means, _ wording: Wording) -> String {
    Self.name(of: how, wording) + (how == .telephone ? "   \(telephone(wording))" : "")
  }

  private func telephone(_ wording: Wording) -> String {
    held.record.contact.telephone.map { wording.plain($0) } ?? wording(ReadBackPhrase.noTelephone)
  }

  private func drawWhich(_ fields: [Int], _ menu: Menu, on canvas: inout Canvas, in area: Area, _ context: DeskContext)
  {
    canvas.put(context.wording(ReadBackPhrase.whichTitle), at: area.point(0), style: Style(bold: true))
    menu.drawHint(context.wording(ReadBackPhrase.whichHint), on: &canvas, in: area, row: 1, context.wording)
    menu.draw(fields.map { shown($0, context) }, on: &canvas, in: area, row: 3)
  }

  /// An item and what stands there.
  func shown(_ field: Int, _ context: DeskContext) -> String {
    let label = context.form.fields[field].label[context.language]
    let value = held.record.answers[field]?.value.map { mask(context).shown($0, of: field, context) } ?? ""
    return label + context.wording.colon + value
  }

  // MARK: Sentences

  private func drawSentences(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let sentences = sentences(context)
    let current = current(sentences)
    let waiting = wording(ReadBackPhrase.waiting, "\(sentences.reduce(0) { $0 + $1.waiting.count })")
    canvas.put(waiting, at: area.point(0, indent: area.columns - TextWidth.of(waiting)), style: Style(bold: true))
    let room = area.columns - TextWidth.of(waiting) - 2
    let ask = Area(origin: area.point(0), columns: room, rows: 2)
    let used = canvas.paragraph(heading(wording), in: ask, row: 0, lines: 2, style: Style(.cyan))
    let top = max(1, used) + (area.rows > 17 ? 1 : 0)
    let height = area.rows - top - 1
    let blocks = sentences.map { lines(of: $0, columns: area.columns - 4) }
    let first = Self.first(blocks.map(\.rows), showing: current, in: height)
    var row = top
    for index in first..<blocks.count {
      guard row + blocks[index].said.count <= top + height else { break }
      draw(
        blocks[index], sentences[index], isCurrent: index == current, on: &canvas, in: area, row: row, end: top + height
      )
      if index == current { canvas.cursor = area.point(row) }
      row += blocks[index].rows
    }
    let last = area.rows - 1
    if let notice {
      canvas.put(TextWidth.cut(notice, to: area.columns), at: area.point(last), style: Style(.green, bold: true))
    } else if let witness {
      let said = wording(ReadBackPhrase.howNow, Self.name(of: witness.how, wording), witness.who)
      canvas.put(TextWidth.cut(said, to: area.columns), at: area.point(last), style: Style(.grey))
    }
  }

  private func heading(_ wording: Wording) -> String {
    switch (held.record.status, isFamily) {
    case (.withdrawn, true): wording(ReadBackPhrase.withdrawnFamily)
    case (.approved, true): wording(ReadBackPhrase.approvedFamily)
    case (.withdrawn, false), (.approved, false): wording(ReadBackPhrase.closedStaff)
    case (.draft, true), (.submitted, true): wording(ReadBackPhrase.askFamily)
    case (.draft, false), (.submitted, false): wording(ReadBackPhrase.askStaff)
    }
  }

  /// A sentence in lines: what is said, what is wrong with it, and where it came from.
  private struct Block {
    var said: [String]
    var findings: [String]
    var source: [String]

    var rows: Int { said.count + findings.count + source.count }
  }

  private func lines(of sentence: ReadBack.Sentence, columns: Int) -> Block {
    Block(
      said: Array(TextWidth.wrap(sentence.text, columns: columns).prefix(3)),
      findings: sentence.findings.flatMap { TextWidth.wrap($0, columns: columns - 2).prefix(2) },
      source: Array(TextWidth.wrap(sentence.provenance, columns: columns - 2).prefix(3)))
  }

  /// The first block to draw, so that the present one is seen whole.
  private static func first(_ heights: [Int], showing current: Int, in height: Int) -> Int {
    var first = 0
    while first < current, heights[first...current].reduce(0, +) > height { first += 1 }
    return first
  }

  private func draw(
    _ block: Block, _ sentence: ReadBack.Sentence, isCurrent: Bool, on canvas: inout Canvas, in area: Area, row: Int,
    end: Int
  ) {
    let isWrong = sentence.mark == ItemMark.error.sign
    let colour: Style.Colour =
      isWrong ? .red : sentence.waiting.isEmpty && sentence.findings.isEmpty ? .normal : .yellow
    canvas.put("\(isCurrent ? "▸" : " ") \(sentence.mark)", at: area.point(row), style: Style(colour, bold: isCurrent))
    for (offset, line) in block.said.enumerated() {
      canvas.put(line, at: area.point(row + offset, indent: 4), style: Style(bold: isCurrent))
    }
    let below = block.findings.map { ($0, Style(isWrong ? .red : .yellow)) } + block.source.map { ($0, Style(.grey)) }
    for (offset, (line, style)) in below.enumerated() where row + block.said.count + offset < end {
      canvas.put(line, at: area.point(row + block.said.count + offset, indent: 6), style: style)
    }
  }
}
