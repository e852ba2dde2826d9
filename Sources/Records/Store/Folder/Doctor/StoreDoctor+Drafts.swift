import Standards

extension StoreDoctor {
  /// What was being typed on pages that change no record: whose each is, and whether it can be read.
  func examineDrafts(_ drafts: Folder) throws(StoreError) -> [StoreDefect] {
    var defects: [StoreDefect] = []
    for name in try drafts.names() {
      do throws(StoreError) {
        defects += try examineDraft(name, in: drafts)
      } catch {
        defects.append(StoreDefect(path: "\(StoreLayout.drafts)/\(name)", kind: .unexamined(error), remedy: .person))
      }
    }
    return defects
  }

  private func examineDraft(_ name: String, in drafts: Folder) throws(StoreError) -> [StoreDefect] {
    let path = "\(StoreLayout.drafts)/\(name)"
    guard !Self.isNetworkLeftover(name), let status = try drafts.status(name) else { return [] }
    if Self.leftoverTarget(name) != nil { return Self.leftover(name, in: drafts, path: path).map { [$0] } ?? [] }
    if let wrong = Self.wrongKind(status, isFolder: false) {
      return [StoreDefect(path: path, kind: wrong, remedy: .setAside)]
    }
    guard name.hasSuffix(StoreLayout.draftEnding), !name.hasPrefix(".") else {
      return [StoreDefect(path: path, kind: .foreignName, remedy: .setAside)]
    }
    let rights = Self.rights(status, path: path).map { [$0] } ?? []
    guard status.mode & 0o400 != 0 else { return rights }
    do throws(StoreError) {
      guard let state = try store.draft(name, in: drafts) else { return rights }
      let draft: StoredDraft
      do throws(StoreError) {
        draft = try state.content.get()
      } catch {
        return rights + [Self.unread(error, path, isRunning: state.isRunning)]
      }
      let remedy: StoreDefect.Remedy = state.isRunning ? .nothing : .waitForOwner
      return rights + [StoreDefect(path: path, kind: .draft(draft, isRunning: state.isRunning), remedy: remedy)]
    } catch  where error.code == .tooLarge {
      return rights + [StoreDefect(path: path, kind: .unreadable(detail: error.code.rawValue), remedy: .setAside)]
    }
  }

  /// A draft that nobody can put up again; a running session's is its own, and a later version's is for that.
  private static func unread(_ error: StoreError, _ path: String, isRunning: Bool) -> StoreDefect {
    if error.code == .newer { return StoreDefect(path: path, kind: .newer(format: error.detail), remedy: .nothing) }
    return StoreDefect(path: path, kind: .tornDraft, remedy: isRunning ? .nothing : .setAside)
  }
}
