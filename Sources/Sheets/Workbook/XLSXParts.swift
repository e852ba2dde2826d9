/// What stands around the rows of a workbook that this program writes: the fewest parts that spreadsheets want.
enum XLSXParts {
  static let sheet = "xl/worksheets/sheet1.xml"

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// What stands before the rows.
  static func sheetHead(columns: Int, width: Double) -> String {
    """
    \(declaration)<worksheet xmlns="\(main)"><sheetFormatPr defaultRowHeight="15"/>\
    <cols><col min="1" max="\(max(columns, 1))" width="\(width)" customWidth="1"/></cols><sheetData>
    """
  }

  /// What stands after the rows. Numbers kept as text are intended, so spreadsheets are told not to warn of them.
  static func sheetTail(range: String) -> String {
    "</sheetData><ignoredErrors><ignoredError sqref=\"\(range)\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
  }

  /// The parts other than the sheet, whose name is `name`.
  static func others(sheet name: String) -> [(part: String, text: String)] {
    [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\(type).sheet.main+xml"/>\
        <Override PartName="/\(sheet)" ContentType="\(type).worksheet+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="\(type).styles+xml"/></Types>
        """
      ),
      ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
        <sheet name="\(EscapedText.encoded(name))" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")])
      ),
      ("xl/styles.xml", styles),
    ].map { ($0.0, declaration + $0.1) }
  }

  private static func relations(_ all: [(kind: String, target: String)]) -> String {
    let relations = all.enumerated().map { index, relation in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(relation.kind)\" Target=\"\(relation.target)\"/>"
    }
    return "<Relationships xmlns=\"\(package)/relationships\">\(relations.joined())</Relationships>"
  }

  /// The style of everything, that of texts, and that of dates.
  private static let styles = """
    <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
    <fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}
