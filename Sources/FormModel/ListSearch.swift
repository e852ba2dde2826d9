import Standards

/// One answer of a search in a list.
public enum ListHit: Hashable, Sendable {
  /// The choice with this index.
  case choice(Int)
  /// The same, spelled in another way than what was typed.
  case similar(Int)
  /// A place that was abolished in a year: it can be seen, and is followed by what it has become, but not chosen.
  case retired(name: String, path: [String], year: String)
}

extension ChoiceLists {
  /// The entries that a query means, the best first: code, hanzi, pinyin or initials, whole or mixed.
  ///
  /// `near` is the kindergarten's own county: among equally good places, nearer ones come first.
  public func search(_ list: String, _ query: String, near: String?, limit: Int) -> [ListHit] {
    guard let index = try? index(list) else { return [] }
    let choices = self.list(list)
    return index.search(query, near: near, limit: limit).compactMap { hit in
      let item = index[hit.index]
      if item.isSelectable {
        return choices.index(of: item.code).map { hit.match == .similar ? .similar($0) : .choice($0) }
      }
      return .retired(name: item.name, path: item.path, year: item.retiredYear.map(String.init) ?? "")
    }
  }
}
