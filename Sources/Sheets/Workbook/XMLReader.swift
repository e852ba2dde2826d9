internal import CExpat
internal import Glibc

/// Takes the elements of an XML text as they come.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem)
  /// The end of the innermost element that began.
  func end() throws(SheetProblem)
  /// A piece of text, in UTF-8; a text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetProblem)
}

/// Hands the elements of an XML text to a handler while its bytes come in, in pieces of any size.
///
/// A document type is refused, and with it every entity of its own: workbooks have none (ISO/IEC 29500-2, 8.1.4), and
/// a few lines of them unfold to gigabytes.
final class XMLReader {
  /// No workbook nests so deep.
  private static let deepest = 64

  /// A tag or a remark is kept whole while it comes; none is nearly as long.
  private static let longestToken = 1 << 20

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let part: String
  private var problem: SheetProblem?
  private var depth = 0
  private var fed = 0

  init(part: String, handler: any XMLHandler) throws(SheetProblem) {
    guard let parser = XML_ParserCreate(nil) else { throw .cannotRead }
    self.parser = parser
    self.handler = handler
    self.part = part
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLReader.of(data)?.start(XMLName(raw: name), XMLAttributes(raw: attributes))
      }, { data, _ in XMLReader.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, start, count in
      guard let start else { return }
      start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        XMLReader.of(data)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLReader.of(data)?.refuse() }
  }

  deinit { XML_ParserFree(parser) }

  func feed(_ bytes: ArraySlice<UInt8>) throws(SheetProblem) {
    try parse(bytes, isLast: false)
    fed += bytes.count
    guard fed - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestToken else { throw .damaged(part: part) }
  }

  /// Ends the text: what is still open is a fault.
  func finish() throws(SheetProblem) { try parse([], isLast: true) }

  private func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(SheetProblem) {
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), isLast ? 1 : 0)
    }
    if let problem { throw problem }
    guard status == XML_STATUS_OK else { throw .damaged(part: part) }
  }

  // MARK: What the parser calls

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let data else { return nil }
    let reader = Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
    // Once stopped, a parser still hands over the end of what it was at.
    return reader.problem == nil ? reader : nil
  }

  private func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth <= Self.deepest else { return refuse() }
    attempt { () throws(SheetProblem) in try handler.start(name, attributes) }
  }

  private func end() {
    depth -= 1
    attempt { () throws(SheetProblem) in try handler.end() }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    attempt { () throws(SheetProblem) in try handler.text(bytes) }
  }

  private func refuse() { stop(.damaged(part: part)) }

  private func attempt(_ body: () throws(SheetProblem) -> Void) {
    do throws(SheetProblem) { try body() } catch { stop(error) }
  }

  private func stop(_ problem: SheetProblem) {
    self.problem = problem
    XML_StopParser(parser, XML_Bool(0))
  }
}

/// The name of an element, good only while it is handed over.
struct XMLName {
  fileprivate let raw: UnsafePointer<CChar>

  /// Whether it is `name`, whatever its prefix. The two namespaces of workbooks, transitional and strict, have the same
  /// elements in the same places, and programs choose their own prefixes.
  func `is`(_ name: StaticString) -> Bool { raw.isLocally(name) }
}

/// The attributes of an element, good only while they are handed over.
struct XMLAttributes {
  fileprivate let raw: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute of exactly this name, ended by a NUL.
  subscript(name: StaticString) -> UnsafePointer<CChar>? { first { $0.isExactly(name) } }

  /// The value of the attribute of this name, whatever its prefix.
  subscript(local name: StaticString) -> UnsafePointer<CChar>? { first { $0.isLocally(name) } }

  func text(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// Whether it is there and true, as XML Schema writes that.
  func isTrue(_ name: StaticString) -> Bool { self[name].map { $0.isExactly("1") || $0.isExactly("true") } ?? false }

  private func first(_ matches: (UnsafePointer<CChar>) -> Bool) -> UnsafePointer<CChar>? {
    var index = 0
    while let name = raw[index] {
      if matches(name) { return raw[index + 1] }
      index += 2
    }
    return nil
  }
}

extension UnsafePointer<CChar> {
  func isExactly(_ text: StaticString) -> Bool {
    text.utf8Start.withMemoryRebound(to: CChar.self, capacity: text.utf8CodeUnitCount + 1) { strcmp(self, $0) == 0 }
  }

  fileprivate func isLocally(_ text: StaticString) -> Bool {
    guard let colon = strchr(self, Int32(UInt8(ascii: ":"))) else { return isExactly(text) }
    return UnsafePointer(colon + 1).isExactly(text)
  }
}
