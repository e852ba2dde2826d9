/// A class that has another name now.
public struct ClassRename: Hashable, Sendable {
  public var old: String
  public var new: String

  public init(_ old: String, to new: String) {
    (self.old, self.new) = (old, new)
  }
}

/// What somebody changed in the settings, put into what others have made of them meanwhile.
extension Settings {
  /// Takes over what `mine` has changed since it was `base`; everything else stays as it stands here.
  public mutating func take(_ mine: Settings, since base: Settings) {
    if mine.kindergarten != base.kindergarten { kindergarten = mine.kindergarten }
    if mine.division != base.division { division = mine.division }
    if mine.printer != base.printer { printer = mine.printer }
    classes = classes.taking(mine.classes, since: base.classes)
    for name in Set(mine.classCodes.keys).union(base.classCodes.keys)
    where mine.classCodes[name] != base.classCodes[name] {
      classCodes[name] = mine.classCodes[name]
    }
    // What was invented once does not become true.
    isSimulated = isSimulated || mine.isSimulated
    isCollected = isCollected || mine.isCollected
    // Nobody is asked again who was asked once.
    wasAsked = wasAsked || mine.wasAsked
  }

  /// The code that was issued for a class is the class's, whatever it is called.
  public mutating func moveCodes(_ renames: [ClassRename]) {
    for rename in renames {
      guard let code = classCodes.removeValue(forKey: rename.old) else { continue }
      classCodes[rename.new] = classCodes[rename.new] ?? code
    }
  }
}

extension [String] {
  /// A list that others have changed, with the changes of `mine`: what `mine` took away goes, what it added stands
  /// where it put it, and its order holds where it changed the order.
  func taking(_ mine: [String], since base: [String]) -> [String] {
    guard mine != base else { return self }
    if self == base { return mine }
    let (here, there, before) = (Set(self), Set(mine), Set(base))
    let stays = filter { there.contains($0) || !before.contains($0) }
    let isReordered = mine.filter(before.contains) != base.filter(there.contains)
    guard isReordered else { return stays.inserting(mine.filter { !before.contains($0) }, placedAs: mine) }
    let ordered = mine.filter { here.contains($0) || !before.contains($0) }
    return ordered.inserting(stays.filter { !there.contains($0) }, placedAs: self)
  }

  /// Puts each name behind the one that precedes it in `list`; those that are here already stay where they are.
  private func inserting(_ added: [String], placedAs list: [String]) -> [String] {
    var result = self
    for name in added where !result.contains(name) {
      let place = list.firstIndex(of: name) ?? 0
      let before = list[..<place].last { result.contains($0) }.flatMap { result.firstIndex(of: $0) }
      result.insert(name, at: before.map { $0 + 1 } ?? 0)
    }
    return result
  }
}
