import Standards

/// One line of a list that is gone through step by step: province, prefecture, county.
public enum ListStep: Hashable, Sendable {
  /// A name with more below it.
  case group(String)
  /// The choice with this index.
  case choice(Int)
}

extension ChoiceLists {
  /// What lies directly below these names, in the list's order; the whole of a list of one step.
  public func steps(_ list: String, below path: [String]) -> [ListStep] {
    let key = ([list] + path).joined(separator: "\t")
    if let known = known(stepsOf: key) { return known }
    var steps: [ListStep] = []
    var groups: Set<String> = []
    for (index, choice) in self.list(list).choices.enumerated()
    where choice.isOffered && choice.path.starts(with: path) {
      if choice.path.count == path.count {
        steps.append(.choice(index))
      } else if groups.insert(choice.path[path.count]).inserted {
        steps.append(.group(choice.path[path.count]))
      }
    }
    keep(steps, of: key)
    return steps
  }

  /// Every entry that is offered: those of the same county, prefecture and province first, then in the list's order.
  public func all(_ list: String, near: String?) -> [Int] {
    let near = near.map { Array($0.utf8.prefix(6)) } ?? []
    var tiers: [[Int]] = [[], [], [], []]
    for (index, choice) in self.list(list).choices.enumerated() where choice.isOffered {
      let shared = choice.path.isEmpty ? 0 : zip(choice.code.utf8, near).prefix { $0 == $1 }.count
      tiers[3 - min(shared, 6) / 2].append(index)
    }
    return tiers.flatMap(\.self)
  }

  /// The initials of a place's name, as an example that finds it for somebody near it; nil for a development zone,
  /// since many share one name and their codes are near nothing.
  public func example(_ list: String, of code: String) -> String? {
    guard code.utf8.prefix(6).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return self.list(list).choice(code)?.initials
  }
}

extension Choice {
  /// A place without a name is known, and not offered.
  fileprivate var isOffered: Bool { path.isEmpty || label.chinese != code }
}
