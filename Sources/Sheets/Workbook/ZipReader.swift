internal import CMinizip

/// The parts of a zip file, one after the other, in pieces of bounded size.
///
/// Part names are compared as OPC (ISO/IEC 29500-2) compares them: without the case of letters, without a slash at the
/// start, and whichever way its slashes lean. Nothing is ever unpacked to the disk, so that a name cannot lead anywhere.
final class ZipReader {
  /// How many bytes may be unpacked in all: a city's children take a third of it.
  static let largest = 1 << 30

  /// A part larger than `freeOfRatio` bytes that was packed to less than one in `largestRatio` is refused: it was made
  /// to exhaust whoever unpacks it.
  private static let (largestRatio, freeOfRatio) = (200, 16 << 20)

  /// No workbook has nearly as many parts.
  private static let mostParts = 10_000

  private let file: unzFile
  private var places: [String: unz64_file_pos] = [:]
  /// The part that is open, and how many of its bytes are still to come.
  private var part: String?
  private var awaited = 0
  private var unpacked = 0

  init(path: String) throws(SheetProblem) {
    guard let file = unzOpen64(path) else { throw .damaged(part: "zip") }
    self.file = file
    var code = unzGoToFirstFile(file)
    while code == UNZ_OK {
      try keepPlace()
      code = unzGoToNextFile(file)
    }
    guard code == UNZ_END_OF_LIST_OF_FILE else { throw .damaged(part: "zip") }
  }

  deinit {
    if part != nil { unzCloseCurrentFile(file) }
    unzClose(file)
  }

  func has(_ part: String) -> Bool { places[Self.key(part)] != nil }

  /// Opens a part, to be read from its beginning.
  func open(_ part: String) throws(SheetProblem) {
    close()
    guard var place = places[Self.key(part)] else { throw .damaged(part: part) }
    var info = unz_file_info64()
    guard unzGoToFilePos64(file, &place) == UNZ_OK,
      unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK
    else { throw .damaged(part: part) }
    // Bit 0: encrypted with the zip format's own method. No spreadsheet does that, but a person may have.
    guard info.flag & 1 == 0 else { throw .encrypted }
    let (whole, packed) = (info.uncompressed_size, max(info.compressed_size, 1))
    guard whole <= Self.largest - unpacked else { throw .bomb }
    guard whole <= Self.freeOfRatio || whole / packed <= Self.largestRatio else { throw .bomb }
    guard unzOpenCurrentFile(file) == UNZ_OK else { throw .damaged(part: part) }
    self.part = part
    awaited = Int(whole)
  }

  /// Fills `buffer` with the part's next bytes and says how many; none at its end, which is also where its checksum is
  /// compared.
  func next(into buffer: inout [UInt8]) throws(SheetProblem) -> Int {
    guard let part else { return 0 }
    let count = Int(unzReadCurrentFile(file, &buffer, UInt32(buffer.count)))
    guard count >= 0, count <= awaited else { throw .damaged(part: part) }
    awaited -= count
    unpacked += count
    guard count == 0 else { return count }
    self.part = nil
    guard unzCloseCurrentFile(file) == UNZ_OK, awaited == 0 else { throw .damaged(part: part) }
    return 0
  }

  private func close() {
    guard part != nil else { return }
    part = nil
    unzCloseCurrentFile(file)
  }

  /// Notes where a part stands. Two parts of one name are refused: programs would differ in which of the two they show.
  private func keepPlace() throws(SheetProblem) {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 1 << 10)
    var place = unz64_file_pos()
    guard places.count < Self.mostParts,
      unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
      info.size_filename < name.count, unzGetFilePos64(file, &place) == UNZ_OK
    else { throw .damaged(part: "zip") }
    let text = String(decoding: name.prefix(Int(info.size_filename)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard places.updateValue(place, forKey: Self.key(text)) == nil else { throw .damaged(part: text) }
  }

  private static func key(_ name: String) -> String {
    // Some programs divide the steps of a name as Windows does.
    let text = String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    return text.hasPrefix("/") ? String(text.dropFirst()) : text
  }
}
