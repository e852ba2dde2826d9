import City
import FormModel

extension Wording {
  /// A group as a person calls it.
  public func group(_ key: [String], by grouping: Grouping, _ form: Form) -> String {
    let last = key.last ?? ""
    switch grouping {
    case .kindergarten, .day: return last.isEmpty ? self(StatsPhrase.unknown) : last
    case .class:
      let parts = key.filter { !$0.isEmpty }
      return last.isEmpty ? (parts + [self(StatsPhrase.noClass)]).joined(separator: " ") : parts.joined(separator: " ")
    case .county:
      guard !last.isEmpty else { return self(StatsPhrase.unknown) }
      let path = form.tables.path(of: last, in: language)
      return path.isEmpty ? last : path.joined(separator: " ")
    case .age: return last.isEmpty ? self(StatsPhrase.unknown) : self(StatsPhrase.years, last)
    case .sex:
      let field = form.fields.firstIndex { $0.derivation?.part == .sex }
      return last.isEmpty ? self(StatsPhrase.unknown) : field.map { form.shown(last, of: $0, in: language) } ?? last
    }
  }

  /// What children are told apart by.
  public func name(_ grouping: Grouping) -> String {
    let phrase: StatsPhrase =
      switch grouping {
      case .kindergarten: .kindergarten
      case .class: .className
      case .county: .county
      case .day: .day
      case .age: .age
      case .sex: .sex
      }
    return self(phrase)
  }
}
