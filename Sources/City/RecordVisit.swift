import FormModel
import Glibc
import Records

/// Reads the records of many files on all processors, and hands over what was made of each file's in the order of the files.
///
/// `Made` is what comes of one record, or of one that cannot be read.
public struct RecordVisit<Made: Sendable>: Sendable {
  /// A record of a file as it was found.
  public enum Found: Sendable {
    case record(RecordAnswers)
    case unreadable(RecordProblem)
  }

  /// What came of some records that follow each other in a file.
  public struct Batch: Sendable {
    public var file: SourceFiles.File
    /// The number of its first record in the file, from 1.
    public var first: Int
    public var made: [Made]
    /// Where the bytes of each stand in the file.
    public var ranges: [Range<Int>] = []
    /// Why the next one, or the rest of the file, was not read.
    public var problem: SourceProblem?
    /// How many bytes were read.
    public var bytes: Int
  }

  private enum Task: Sendable {
    case piece(SourceFiles.File, RecordBlocks.Piece, offset: Int)
    case files([SourceFiles.File])
  }

  private let forms: FormLibrary
  private let make: @Sendable (Found, UnsafeRawBufferPointer, SourceFiles.File) -> Made

  /// - Parameter make: what is made of a record and its bytes, on any thread.
  public init(
    _ forms: FormLibrary, _ make: @escaping @Sendable (Found, UnsafeRawBufferPointer, SourceFiles.File) -> Made
  ) {
    (self.forms, self.make) = (forms, make)
  }

  /// So many files of one record each are one thread's at once.
  private static var mostFiles: Int { 64 }

  /// Reads all files, which are of records; `take` says whether to go on.
  public func run(_ files: some Sequence<SourceFiles.File>, take: (Batch) -> Bool) {
    var waiting = files.makeIterator()
    var pending: SourceFiles.File?
    var blocks: (file: SourceFiles.File, reader: RecordBlocks)?
    func next() -> Task? {
      while true {
        if var open = blocks {
          let piece = open.reader.next()
          blocks = piece == nil ? nil : open
          if let piece { return .piece(open.file, piece, offset: open.reader.offset) }
        }
        var records: [SourceFiles.File] = []
        while records.count < Self.mostFiles, let file = pending ?? waiting.next() {
          pending = nil
          guard file.kind == .record else {
            pending = file
            break
          }
          records.append(file)
        }
        if !records.isEmpty { return .files(records) }
        guard let file = pending else { return nil }
        pending = nil
        blocks = (file, RecordBlocks(lines: file.path))
      }
    }
    let (forms, make) = (forms, make)
    var (current, row) = (SourceFiles.File?.none, 0)
    let done = { (batches: [Batch]) -> Bool in
      for var batch in batches {
        if batch.file != current { (current, row) = (batch.file, 0) }
        batch.first = row + 1
        // A line that was cut off counts as one that is there.
        let isCut = if case .tooLarge = batch.problem { true } else { false }
        row += batch.made.count + (isCut ? 1 : 0)
        guard take(batch) else { return false }
      }
      return true
    }
    Crew.run(next, { Self.batches($0, forms, make) }, take: done)
  }

  // MARK: On any thread

  private static func batches(
    _ task: Task, _ forms: FormLibrary, _ make: (Found, UnsafeRawBufferPointer, SourceFiles.File) -> Made
  ) -> [Batch] {
    let skimmer = RecordSkimmer(forms.form)
    func made(_ bytes: UnsafeRawBufferPointer, _ file: SourceFiles.File) -> Made {
      make(found(bytes, file, skimmer, forms), bytes, file)
    }
    switch task {
    case .files(let files):
      return files.map { file in
        switch RecordBytes.read(file.path) {
        case .success(let bytes):
          let made = bytes.withUnsafeBytes { [made($0, file)] }
          return Batch(file: file, first: 1, made: made, ranges: [0..<bytes.count], bytes: bytes.count)
        case .failure(let problem): return Batch(file: file, first: 1, made: [], problem: problem, bytes: 0)
        }
      }
    case .piece(let file, .lines(let block), let offset):
      var batch = Batch(file: file, first: 1, made: [], bytes: block.count)
      block.withUnsafeBytes { block in
        eachLine(block) { start, line in
          batch.made.append(made(line, file))
          batch.ranges.append(offset + start..<offset + start + line.count)
        }
      }
      return [batch]
    case .piece(let file, .cut, _):
      return [Batch(file: file, first: 1, made: [], problem: .tooLarge, bytes: Record.largestFile)]
    case .piece(let file, .failed(let problem), _):
      return [Batch(file: file, first: 1, made: [], problem: problem, bytes: 0)]
    }
  }

  private static func found(
    _ bytes: UnsafeRawBufferPointer, _ file: SourceFiles.File, _ skimmer: RecordSkimmer, _ forms: FormLibrary
  ) -> Found {
    if var record = skimmer.read(bytes) {
      if record.origin == nil { record.origin = file.origin }
      return .record(record)
    }
    do throws(RecordProblem) {
      var record = try RecordAnswers(Array(bytes), forms: forms)
      if record.origin == nil { record.origin = file.origin }
      return .record(record)
    } catch {
      return .unreadable(error)
    }
  }

  /// The lines of a block that say anything, without their breaks.
  private static func eachLine(_ block: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
    guard let base = block.baseAddress else { return }
    var start = 0
    while start < block.count {
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), block.count - start)
      let end = found.map { UnsafeRawPointer($0) - base } ?? block.count
      var line = UnsafeRawBufferPointer(rebasing: block[start..<end])
      if line.last == UInt8(ascii: "\r") { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
      if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { body(start, line) }
      start = end + 1
    }
  }
}
