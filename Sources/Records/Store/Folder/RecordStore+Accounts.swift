import Glibc
import Standards

extension RecordStore {
  public func settings() throws(StoreError) -> Settings {
    Settings(json: try read(.settings)[Self.settingsKey])
  }

  /// Whether the store in a folder is marked as simulated, for whoever has yet to read the forms that it needs.
  public static func isSimulated(at path: String) -> Bool { origin(at: path)?.isSimulated ?? false }

  /// Where the records of the store in a folder are from; nil where its settings say nothing.
  public static func origin(at path: String) -> Origin? {
    guard let folder = try? Folder.open(path, create: false),
      let bytes = try? folder.read(StoreDocument.settings.file, limit: StoreDocument.largest),
      let members = try? StoreDocument.settings.members(bytes)
    else { return nil }
    return Origin(Settings(json: members[settingsKey]))
  }

  @discardableResult
  public func changeSettings(_ body: (inout Settings) throws(StoreError) -> Void) throws(StoreError) -> Settings {
    try change(.settings) { members throws(StoreError) in
      var settings = Settings(json: members[Self.settingsKey])
      let before = settings
      try body(&settings)
      if settings != before { members[Self.settingsKey] = settings.json }
      return settings
    }
  }

  public func people() throws(StoreError) -> People { People(members: try read(.people)) }

  public func changePeople<Result>(_ body: (inout People) -> Result) throws(StoreError) -> Result {
    try change(.people) { members throws(StoreError) in
      var people = People(members: members)
      let result = body(&people)
      people.write(to: &members)
      return result
    }
  }

  public func changeDoor<Result>(_ body: (inout FamilyDoor) -> Result) throws(StoreError) -> Result {
    // The settings as they were before their last change are worth more than yesterday's tries.
    try change(.settings, keepsPrevious: false) { members throws(StoreError) in
      var door = FamilyDoor(json: members[Self.doorKey])
      let result = body(&door)
      members[Self.doorKey] = door.json
      // What an earlier version counted for all families together.
      members["coming_back"] = nil
      return result
    }
  }

  private static let settingsKey = "settings"
  private static let doorKey = "door"
  /// Whether whoever runs the program owns the store's folder; so does whoever is about to make it.
  public func isOwn() throws(StoreError) -> Bool {
    var status = stat()
    guard operations.statusOf(AT_FDCWD, path, &status, 0) == 0 else {
      if errno == ENOENT { return true }
      throw .system(path)
    }
    return status.st_uid == geteuid()
  }
}
