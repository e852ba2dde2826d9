import Standards

/// Why a file lies in `aside/`.
public struct SetAside: Hashable, Sendable {
  static let format = "xueji-aside/1"

  /// The file below the store's folder, as it lies there now.
  public var path: String
  /// Where it was.
  public var from: String
  /// The defect's stable code.
  public var what: String
  public var why: String
  public var at: Timestamp

  var json: JSONValue {
    [
      "format": .string(Self.format), "from": .string(from), "what": .string(what), "why": .string(why),
      "at": .string(at.text),
    ]
  }

  init(path: String, from: String, what: String, why: String, at: Timestamp) {
    self.path = path
    self.from = from
    self.what = what
    self.why = why
    self.at = at
  }

  init?(_ json: JSONValue?, path: String) {
    guard json?["format"]?.string == Self.format, let from = json?["from"]?.string, let what = json?["what"]?.string,
      let at = json?["at"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    self.init(path: path, from: from, what: what, why: json?["why"]?.string ?? "", at: at)
  }
}

extension RecordStore {
  /// What repairs have set aside, by name.
  public func setAside() throws(StoreError) -> [SetAside] {
    guard exists, try folder(create: false).status(StoreLayout.aside) != nil else { return [] }
    let aside = try folder(create: false).folder(StoreLayout.aside, create: false)
    var found: [SetAside] = []
    for name in try aside.names() where name.hasSuffix(StoreLayout.reasonEnding) {
      let bytes: [UInt8]?
      do throws(StoreError) {
        bytes = try aside.read(name, limit: 1 << 16)
      } catch  where error.code == .damaged || error.code == .tooLarge {
        continue
      }
      guard let bytes else { continue }
      let file = String(name.dropLast(StoreLayout.reasonEnding.count))
      if let reason = SetAside(try? JSONValue.parse(bytes), path: "\(StoreLayout.aside)/\(file)") {
        found.append(reason)
      }
    }
    return found
  }

  /// Moves a file or a folder to `aside/` under its own name, its reason beside it; nothing there is ever written over.
  @discardableResult
  func setAside(
    _ name: String, in folder: Folder, path: String, _ kind: StoreDefect.Kind, at now: Timestamp
  ) throws(StoreError) -> SetAside {
    let aside = try self.folder(create: false).folder(StoreLayout.aside, create: true)
    return try aside.locked { () throws(StoreError) in
      let free = try Self.freeName(name, in: aside)
      let reason = SetAside(
        path: "\(StoreLayout.aside)/\(free)", from: path, what: kind.code, why: kind.detail, at: now)
      // The reason first: without its file it does no harm, while nobody could tell what a file without its reason is.
      try aside.replace(free + StoreLayout.reasonEnding, with: reason.json.serialized(pretty: true))
      guard operations.move(folder.descriptor, name, aside.descriptor, free) == 0 else {
        let error = StoreError.system(path)
        aside.remove(free + StoreLayout.reasonEnding)
        throw error
      }
      try aside.sync()
      try folder.sync()
      return reason
    }
  }

  /// The same with a copy, for a file that stays in a better state where it is.
  func setCopyAside(
    _ bytes: [UInt8], of name: String, path: String, _ kind: StoreDefect.Kind, at now: Timestamp
  ) throws(StoreError) {
    let aside = try folder(create: false).folder(StoreLayout.aside, create: true)
    try aside.locked { () throws(StoreError) in
      let free = try Self.freeName(name, in: aside)
      let reason = SetAside(
        path: "\(StoreLayout.aside)/\(free)", from: path, what: kind.code, why: kind.detail, at: now)
      try aside.replace(free + StoreLayout.reasonEnding, with: reason.json.serialized(pretty: true))
      try aside.replace(free, with: bytes)
    }
  }

  private static func freeName(_ name: String, in aside: Folder) throws(StoreError) -> String {
    // A name that nobody could type, or that leaves no room for the reason's, is kept in the reason alone.
    let plain = name.hasPrefix(".") ? String(name.drop { $0 == "." }) : name
    let base = StoreItem.isPlain(plain) && plain.utf8.count <= 180 ? plain : "named-\(Checksum.crc32(name.utf8))"
    let taken = Set(try aside.names())
    var free = base
    var number = 2
    while taken.contains(free) || taken.contains(free + StoreLayout.reasonEnding) {
      free = "\(base).\(number)"
      number += 1
    }
    return free
  }
}
