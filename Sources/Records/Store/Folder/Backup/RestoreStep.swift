/// What restoring does with one entry of an archive.
public struct RestoreStep: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The store has no such file: it is put back.
    case missing
    /// The store's revision is older than the archive's, which takes its place; the store's stays beside it.
    case older(store: Int, archive: Int)
    /// The store's list ends earlier than the archive's, which takes its place.
    case shorter
    /// The same bytes.
    case same
    /// The store's revision is newer: it stays.
    case newer(store: Int, archive: Int)
    /// The store's differs, and nothing says which is newer: it stays.
    case differs
    /// The store's cannot be read, and is set aside by a repair before anything takes its place.
    case unreadableHere
    case refused(Refusal)
  }

  /// Why an entry is never unpacked.
  public enum Refusal: String, Sendable, CaseIterable {
    case absolute
    case climbing
    case link
    case device
    case tooDeep = "too-deep"
    case tooLarge = "too-large"
    /// No file that a store has.
    case unknown
    /// A name that stood in the archive before.
    case doubled
    /// Named as a file of the store, but what is in it is something else.
    case foreign
  }

  /// The entry's name as the archive has it.
  public var name: String
  public var verdict: Verdict

  /// Whether the store is changed by it.
  public var changes: Bool {
    switch verdict {
    case .missing, .older, .shorter: true
    case .same, .newer, .differs, .unreadableHere, .refused: false
    }
  }
}

extension TarEntry {
  /// The file of the store that the entry is, or why it is refused; nil for a folder and the manifest, which say nothing.
  func item() -> Result<StoreItem, RestoreStep.Reason>? {
    switch kind {
    case .folder: return nil
    case .link: return .failure(.init(.link))
    case .other: return .failure(.init(.device))
    case .file: break
    }
    if name.hasPrefix("/") { return .failure(.init(.absolute)) }
    let path = plainName
    if path == StoreLayout.manifest { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return .failure(.init(.climbing)) }
    if parts.count > 3 { return .failure(.init(.tooDeep)) }
    guard let item = StoreItem(path: path) else { return .failure(.init(.unknown)) }
    if size > item.limit { return .failure(.init(.tooLarge)) }
    return .success(item)
  }
}

extension RestoreStep {
  struct Reason: Error {
    let refusal: Refusal
    init(_ refusal: Refusal) { self.refusal = refusal }
  }
}
