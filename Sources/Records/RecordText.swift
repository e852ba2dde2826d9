import FormModel
import Standards

/// The text of a record's file, of which some can be read and changed while the rest stays as it is.
///
/// Most of a file is its history. To note one more act in a city's records takes half as long where that is not parsed
/// and written anew for each of them.
struct RecordText {
  let bytes: [UInt8]
  /// Where the value of each outermost member stands.
  private let places: [String: Range<Int>]

  /// Nil for what is no JSON object, for what something else has changed since it was written, and for a record whose
  /// history lies beside it.
  init?(_ bytes: [UInt8]) {
    guard let places = try? JSONValue.memberPlaces(in: bytes), places[HistoryFile.key] == nil else { return nil }
    if places[Record.checksumKey] != nil, Record.isChangedOutside(bytes) { return nil }
    // A file of an earlier format is written anew as a whole.
    guard let format = places["format"], bytes[format].elementsEqual("\"\(Record.format)\"".utf8) else { return nil }
    (self.bytes, self.places) = (bytes, places)
  }

  private static let history = "history"

  // MARK: Reading

  /// The record as it is now, without its history: not to be saved.
  func present(forms: FormLibrary) -> Record? { record(forms) { $0 == Self.history ? nil : $1 } }

  /// What an act needs that looks neither at answers nor at the history: not to be saved.
  func frame(forms: FormLibrary) -> Record? {
    record(forms) { key, value in
      switch key {
      case Self.history: nil
      case "answers": Array("{}".utf8)[...]
      default: value
      }
    }
  }

  private func record(
    _ forms: FormLibrary, _ select: (_ key: String, _ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  ) -> Record? {
    var members: [String: JSONValue] = [:]
    for (key, place) in places {
      guard let value = select(key, bytes[place]) else { continue }
      guard let json = try? JSONValue.parse(value) else { return nil }
      members[key] = json
    }
    return try? Record(json: .object(members), forms: forms)
  }

  // MARK: Writing

  /// The file with new acts that change no answer: `record` is what they made of `frame`.
  func file(of record: Record, from frame: Record, form: Form) -> [UInt8]? {
    guard var new = record.json(form: form).object, let old = frame.json(form: form).object,
      let acts = new.removeValue(forKey: Self.history)?.array
    else { return nil }
    var changes: [(place: Range<Int>, bytes: [UInt8])] = []
    for (key, value) in new where value != old[key] {
      guard let place = places[key] else { return nil }
      changes.append((place, value.serialized(at: 1)))
    }
    guard let history = places[Self.history], let added = added(acts, to: history) else { return nil }
    changes.append(added)
    if places[Record.checksumKey] == nil {
      // Its place in the order of the keys.
      guard let end = places["changed"]?.upperBound else { return nil }
      changes.append((end..<end, Array(",\n  \"\(Record.checksumKey)\": \"00000000\"".utf8)))
    }
    let file = Record.sealed(put(changes))
    // Before it becomes too large its history moves out of it.
    return file.count <= HistoryFile.longestInside ? file : nil
  }

  /// Puts values behind what stands in a list.
  private func added(_ values: [JSONValue], to list: Range<Int>) -> (place: Range<Int>, bytes: [UInt8])? {
    let spaces = Set("\n\r\t ".utf8)
    guard let last = bytes[list].dropLast().lastIndex(where: { !spaces.contains($0) }) else { return nil }
    var text: [UInt8] = []
    let isEmpty = last == list.lowerBound
    for (index, value) in values.enumerated() {
      text += Array((isEmpty && index == 0 ? "\n    " : ",\n    ").utf8) + value.serialized(at: 2)
    }
    return (last + 1..<list.upperBound, text + Array("\n  ]".utf8))
  }

  private func put(_ changes: [(place: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
    var changed: [UInt8] = []
    changed.reserveCapacity(changes.reduce(bytes.count) { $0 + $1.bytes.count })
    var end = 0
    for (place, new) in changes.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      changed += bytes[end..<place.lowerBound]
      changed += new
      end = place.upperBound
    }
    return changed + bytes[end...]
  }
}
