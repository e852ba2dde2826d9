/// The texts of a workbook that its cells name by number, kept as one run of bytes.
final class SharedStrings: XMLHandler {
  /// The children of a city take a tenth of it.
  private static let largest = 256 << 20

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var item = RichText()
  private var depth = 0
  private var isInItem = false

  var count: Int { ends.count }

  /// The text of a number; nil where there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return bytes.withUnsafeBufferPointer {
      EscapedText.decoded(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[index])]))
    }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if depth == 2 {
      isInItem = name.is("si")
    } else if isInItem {
      item.start(name, attributes)
    }
  }

  func end() throws(SheetProblem) {
    depth -= 1
    guard isInItem else { return }
    guard depth == 1 else { return item.end() }
    isInItem = false
    bytes.append(contentsOf: item.bytes)
    item.clear()
    ends.append(UInt32(bytes.count))
    guard bytes.count + 4 * ends.count <= Self.largest else { throw .bomb }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
    guard isInItem else { return }
    item.text(piece)
    guard bytes.count + item.bytes.count <= Self.largest else { throw .bomb }
  }
}
