import FormModel
import Standards

extension Paper {
  /// One HTML page that is whole by itself and does nothing: its own styles, no script, nothing from elsewhere.
  ///
  /// It is well-formed XML too. Every text goes through `escaped`.
  public var html: String {
    let (name, language, body) =
      switch self {
      case .forms(let forms): (Self.name(of: forms), forms.first?.language, forms.map(\.html).joined(separator: "\n"))
      case .slips(let slips, let title, let language): (title, language, Self.html(of: slips))
      }
    return """
      <!DOCTYPE html>
      <html lang="\(language == .english ? "en" : "zh-Hans")">
      <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>\(Self.escaped(name))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
  }

  /// What a browser keeps in its history: the form and the codes, and no child's name.
  private static func name(of forms: [PaperForm]) -> String {
    ([forms.first?.title ?? ""] + forms.compactMap { $0.facts.first?.value }.filter { !$0.isEmpty })
      .joined(separator: " ")
  }

  private static func html(of slips: [Slip]) -> String {
    let pages = SlipPage.pages(of: slips, SlipPage.printed).map(\.html)
    return "<main class=\"slips\">\n\(pages.joined(separator: "\n"))\n</main>"
  }

  /// Text as it may stand anywhere in a page: between tags and within an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.harmless.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A form for the guardian fits on one A4 page with the longest answers that the sheet takes; see <doc:Paper>.
  private static let style = """
    @page { size: A4; margin: 10mm 12mm; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 186mm; color: #000; background: #fff; font: 10pt/1.25 "Noto Sans CJK SC",
      "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", SimSun, "BabelStone Han",
      SimSun-ExtB, sans-serif; }
    .form { break-after: page; }
    .form:last-child { break-after: auto; }
    .roomy { font-size: 11pt; }
    .crowded { font-size: 9.5pt; line-height: 1.2; }
    h1 { font-size: 16pt; line-height: 1.2; margin: 0; text-align: center; }
    .where { text-align: center; margin: 0; }
    .facts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 4mm; margin: 1.5mm 0 1mm;
      padding: 0; list-style: none; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    td, th { border: 0.25mm solid #666; padding: 0.4mm 1.2mm; vertical-align: middle; text-align: left;
      font-weight: normal; overflow-wrap: anywhere; }
    tr { break-inside: avoid; }
    th.section { background: #eee; font-weight: bold; padding: 0.2mm 1.2mm; }
    tr.head { break-after: avoid; }
    col.number { width: 8mm; }
    col.label { width: 54mm; }
    col.mark { width: 21mm; }
    .blank col.label { width: 60mm; }
    td.number { text-align: right; }
    td.mark { white-space: nowrap; }
    .value { font-weight: bold; }
    .absent { color: #444; }
    .remark { display: block; font-size: 9pt; }
    .crowded td, .crowded th { padding: 0.25mm 1.2mm; }
    .remarks { margin: 1.5mm 0; padding: 0 0 0 5mm; }
    .declaration { margin: 1.5mm 0 0; font-weight: bold; }
    .signatures { display: flex; gap: 4mm; margin: 6mm 0 0; padding: 0; list-style: none; }
    .signatures li { flex: 1 1 0; display: flex; white-space: nowrap; }
    .line { flex: 1 1 auto; display: inline-block; min-width: 20mm; border-bottom: 0.25mm solid #000; }
    .blank td, .blank th { padding: 0.8mm 1.2mm; }
    .room { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 1mm 3mm; min-height: 7mm; }
    .room .line { min-height: 7mm; }
    .part { display: flex; align-items: flex-end; gap: 1mm; white-space: nowrap; }
    .part.open { flex: 1 1 auto; }
    .part .line { min-width: 12mm; }
    .blank .remark { line-height: 1.15; }
    :lang(zh) .blank tbody { break-inside: avoid; }
    :lang(en) .remark { font-size: 8pt; }
    :lang(en) .blank .choice { font-size: 10pt; }
    .box { display: inline-block; width: 5mm; height: 6.5mm; border: 0.25mm solid #000; margin-right: -0.25mm;
      vertical-align: bottom; }
    .choice { white-space: nowrap; font-size: 11pt; }
    .page { display: grid; grid-template: 134mm 134mm / 90mm 90mm; gap: 4mm 6mm; break-after: page; }
    .page:last-child { break-after: auto; }
    pre { break-inside: avoid; white-space: pre-wrap; margin: 0; padding: 3mm; border: 0.25mm dashed #000;
      font: 10.5pt/1.35 "Noto Sans Mono CJK SC", "Sarasa Mono SC", NSimSun, SimSun, monospace; }
    .column0 { grid-column: 1; }
    .column1 { grid-column: 2; }
    .row0 { grid-row: 1; }
    .row1 { grid-row: 2; }
    .half { grid-row: 1 / span 2; }
    .whole { grid-column: 1 / span 2; grid-row: 1 / span 2; columns: 2; column-fill: auto; }
    .long { font-size: 7.5pt; line-height: 1.3; }
    """
}
