import Records

extension Desk {
  /// What has to be kept of the page that is shown, beside what the journal of a record tells.
  public func draft(_ context: DeskContext) -> Draft? {
    let context = known(context)
    guard let key = page.draftKey, let typed = page.typed(context) else { return nil }
    return Draft(key, typed)
  }
}
