import FormModel
import Standards

extension RecordSummary {
  /// The summary as the index keeps it: numbers in as few bytes as they need, texts after their lengths.
  ///
  /// Whether it is a duplicate, or has a teacher, is not among it, since that is the matter of other records and accounts.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.text(id.text)
    writer.text(code.text)
    writer.text(edition.name)
    writer.number(edition.version)
    writer.number(Status.allCases.firstIndex(of: status) ?? 0)
    writer.number(revision)
    writer.moment(created)
    writer.moment(changed)
    writer.optional(handedIn) { $0.moment($1) }
    writer.text(name)
    writer.optional(className) { $0.text($1) }
    writer.optional(kindergarten) { $0.text($1) }
    writer.optional(telephone) { $0.text($1) }
    writer.person(filler)
    writer.optional(number) { $0.text($1) }
    writer.optional(birthDate) { $0.number($1.dayNumber) }
    writer.list(debts) { writer, debt in
      writer.number(debt.field)
      writer.number(OwedReason.allCases.firstIndex(of: debt.reason) ?? 0)
      writer.number(Role.allCases.firstIndex(of: debt.who) ?? 0)
      writer.optional(debt.due) { $0.number($1.dayNumber) }
      writer.text(debt.note)
      writer.number(debt.isRequired ? 1 : 0)
    }
    writer.list(blanks) { $0.number($1) }
    writer.number(errors)
    writer.number(warnings)
    writer.list(amiss) { $0.number($1) }
    writer.list(unconfirmed) { $0.number($1) }
    writer.number(openQueries)
    writer.number(proposals)
    writer.number((isExported ? 1 : 0) | (isNumbered ? 2 : 0))
    writer.number(groups.rawValue)
    writer.optional(entry) { $0.number($1.dayNumber) }
    writer.number(isEntryAhead ? 1 : 0)
    writer.optional(validSince) { $0.number($1.dayNumber) }
    writer.optional(validUntil) { $0.number($1.dayNumber) }
    return writer.bytes
  }

  /// Reads what `bytes` wrote; nil where it is something else.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes: bytes)
    guard let id = reader.text().flatMap({ RecordID($0) }), let code = reader.text().flatMap({ RecordCode($0) }),
      let form = reader.text(), let version = reader.number(),
      let status = reader.word(Status.self), let revision = reader.number(), let created = reader.moment(),
      let changed = reader.moment(), let handedIn = reader.optional({ $0.moment() }), let name = reader.text(),
      let className = reader.optional({ $0.text() }), let kindergarten = reader.optional({ $0.text() }),
      let telephone = reader.optional({ $0.text() }),
      let filler = reader.person(), let number = reader.optional({ $0.text() }),
      let birthDate = reader.optional({ $0.day() }),
      let debts = reader.list({ $0.debt() }), let blanks = reader.list({ $0.number() }),
      let errors = reader.number(), let warnings = reader.number(), let amiss = reader.list({ $0.number() }),
      let unconfirmed = reader.list({ $0.number() }),
      let openQueries = reader.number(), let proposals = reader.number(), let marks = reader.number(),
      let groups = reader.number(), let entry = reader.optional({ $0.day() }), let ahead = reader.number(),
      let since = reader.optional({ $0.day() }),
      let until = reader.optional({ $0.day() }), reader.isAtEnd
    else { return nil }
    self.id = id
    self.code = code
    edition = FormEdition(name: form, version: version)
    self.status = status
    self.revision = revision
    self.created = created
    self.changed = changed
    self.handedIn = handedIn
    self.name = name
    self.className = className
    self.kindergarten = kindergarten
    self.telephone = telephone
    self.filler = filler
    self.number = number
    self.birthDate = birthDate
    self.debts = debts
    self.blanks = blanks
    self.errors = errors
    self.warnings = warnings
    self.amiss = amiss
    self.unconfirmed = unconfirmed
    self.openQueries = openQueries
    self.proposals = proposals
    isExported = marks & 1 != 0
    isNumbered = marks & 2 != 0
    self.groups = Groups(rawValue: groups)
    self.entry = entry
    isEntryAhead = ahead == 1
    validSince = since
    validUntil = until
  }
}

/// Gathers bytes.
private struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
  mutating func number(_ number: Int) {
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func moment(_ moment: Timestamp) {
    number(moment.milliseconds)
    number(moment.offset)
  }

  mutating func person(_ person: Person) {
    number(Role.allCases.firstIndex(of: person.role) ?? 0)
    text(person.name)
    optional(person.relation) { $0.text($1) }
    // Nearly nobody has more than these.
    let isPlain = person.other.isEmpty
    text(isPlain ? "" : String(decoding: JSONValue.object(person.other).serialized(pretty: false), as: UTF8.self))
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    number(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads bytes that may be anything: what cannot be read is nil, and nothing is read beyond their end.
private struct ByteReader {
  let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() -> Int? {
    var (rest, shift): (UInt, UInt) = (0, 0)
    while position < bytes.count, shift < UInt.bitWidth {
      let byte = bytes[position]
      position += 1
      rest |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1) }
      shift += 7
    }
    return nil
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func moment() -> Timestamp? {
    guard let milliseconds = number(), let offset = number() else { return nil }
    return Timestamp(milliseconds: milliseconds, offset: offset)
  }

  mutating func person() -> Person? {
    guard let role = word(Role.self), let name = text(), let relation = optional({ $0.text() }), let other = text()
    else { return nil }
    var person = Person(role: role, name: name, relation: relation)
    if !other.isEmpty {
      guard let object = try? JSONValue.parse(Array(other.utf8)).object else { return nil }
      person.other = object
    }
    return person
  }

  mutating func day() -> CalendarDate? { number().flatMap { CalendarDate(dayNumber: $0) } }

  mutating func word<Word: CaseIterable>(_ type: Word.Type) -> Word? where Word.AllCases == [Word] {
    guard let index = number(), Word.allCases.indices.contains(index) else { return nil }
    return Word.allCases[index]
  }

  mutating func debt() -> RecordSummary.Debt? {
    guard let field = number(), let reason = word(OwedReason.self), let who = word(Role.self),
      let due = optional({ $0.day() }), let note = text(), let isRequired = number()
    else { return nil }
    return RecordSummary.Debt(
      field: field, reason: reason, who: who, due: due, note: note, isRequired: isRequired == 1)
  }

  /// A value that may be missing; nil where the bytes hold neither the value nor the sign that it is missing.
  mutating func optional<Value>(_ read: (inout ByteReader) -> Value?) -> Value?? {
    switch number() {
    case 0: return .some(nil)
    case 1: return read(&self).map { .some($0) }
    default: return nil
    }
  }

  mutating func list<Value>(_ read: (inout ByteReader) -> Value?) -> [Value]? {
    guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
    var values: [Value] = []
    for _ in 0..<count {
      guard let value = read(&self) else { return nil }
      values.append(value)
    }
    return values
  }
}
