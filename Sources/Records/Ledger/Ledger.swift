import Standards

/// What went out so far: the last sheet of every child, as `ledger.jsonl` tells, one JSON object a line.
///
/// The ledger is what keeps a child from going out twice; a record only says so of itself.
public struct Ledger: Sendable {
  /// How a child went out last.
  public struct Out: Hashable, Sendable {
    public var kind: LedgerEntry.Kind
    public var revision: Int
    public var sheet: String
    public var row: Int
    public var classCode: String?
    public var at: Timestamp

    public init(
      kind: LedgerEntry.Kind, revision: Int, sheet: String, row: Int, classCode: String?, at: Timestamp
    ) {
      self.kind = kind
      self.revision = revision
      self.sheet = sheet
      self.row = row
      self.classCode = classCode
      self.at = at
    }
  }

  public private(set) var last: [RecordID: Out] = [:]
  /// How many bytes it has: what is appended is appended to exactly these.
  package let size: Int
  /// Sheets and class codes are few, and shared by all that went out in them.
  private var texts: [String: String] = [:]

  init() { size = 0 }

  /// The ledger of a store that is not a folder: its size counts entries instead of bytes.
  package init(_ entries: [LedgerEntry]) {
    size = entries.count
    for entry in entries { add(entry) }
  }

  /// Reads the ledger; an unreadable line is an error, since it may be the very child that must not go out twice.
  init(_ bytes: [UInt8]) throws(StoreError) {
    size = bytes.count
    var number = 0
    for line in Self.lines(bytes) {
      number += 1
      do {
        guard line.last == UInt8(ascii: "\n") else { throw RecordProblem.notARecord(key: "") }
        add(try LedgerEntry(json: JSONValue.parse(line)))
      } catch {
        throw StoreError(.damaged, path: StoreItem.ledger.path, detail: String(number))
      }
    }
  }

  private mutating func add(_ entry: LedgerEntry) {
    last[entry.record] = Out(
      kind: entry.kind, revision: entry.revision, sheet: shared(entry.sheet), row: entry.row,
      classCode: entry.classCode.map { shared($0) }, at: entry.stamp.at)
  }

  private mutating func shared(_ text: String) -> String {
    if let known = texts[text] { return known }
    texts[text] = text
    return text
  }
}

extension RecordStore {
  public func ledger() throws(StoreError) -> Ledger {
    guard exists else { return Ledger() }
    let item = StoreItem.ledger
    guard let bytes = try folder(create: false).read(item.name, limit: item.limit) else { return Ledger() }
    return try Ledger(bytes)
  }

  /// Waits until the disk has it.
  public func enter(_ entries: some Sequence<LedgerEntry>, after ledger: Ledger) throws(StoreError) {
    let item = StoreItem.ledger
    let root = try folder(create: true)
    var lines: [UInt8] = []
    for entry in entries {
      lines += entry.json.serialized(pretty: false)
      lines.append(UInt8(ascii: "\n"))
    }
    try root.locked { () throws(StoreError) in
      try root.extend(item.name, by: lines, from: ledger.size)
    }
  }
}
