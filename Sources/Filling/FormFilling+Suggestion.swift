import FormModel
import Records
import Standards

/// What Enter would take, and why.
extension FormFilling {
  public struct Suggestion: Hashable, Sendable {
    public var value: String
    public var source: Source
    /// The field that it was read off.
    public var from: String?
    /// It stands in the place of what was only accepted before.
    public var isLikelier = false
  }

  /// What Enter would accept in an item that has no answer yet, or that another answer is likelier for.
  public func suggestion(for field: Int, _ context: FillingContext) -> Suggestion? {
    if let likelier = likelier(for: field, context) {
      return Suggestion(value: likelier, source: .accepted, isLikelier: true)
    }
    guard record.answers[field]?.value == nil else { return nil }
    let definition = context.form.fields[field]
    if let copied = sibling.flatMap({ Self.shared.contains(definition.name) ? $0.answers[field]?.value : nil }) {
      return Suggestion(value: copied, source: .copied)
    }
    if case .place(let list) = definition.kind, let place = registrationPlace(list, context) {
      return Suggestion(value: place.code, source: .derived, from: place.field)
    }
    return definition.suggestion.map { Suggestion(value: $0, source: .accepted) }
  }

  /// What is suggested in the present item.
  public func suggestion(_ context: FillingContext) -> Suggestion? { suggestion(for: field, context) }

  /// What is likelier than what stands there: the document of Hong Kong, Macao or Taiwan where the child's number is of
  /// there, and then the region, where China was not said but only accepted. An identity card with another nationality
  /// than China is refused.
  private func likelier(for field: Int, _ context: FillingContext) -> String? {
    let form = context.form
    let standing = record.answers[field]
    switch form.fields[field].name {
    case "nationality":
      guard standing?.value == nil || (standing?.value == "CHN" && standing?.source == .accepted) else { return nil }
      let type = form.index(of: "id_type").flatMap { record.answers[$0]?.value } ?? ""
      return Self.regions.first { $0.type == type }?.country
    case "id_type":
      guard let number = childNumber(context), record.status == .draft, number.utf8.count == 18, number != keptNumber,
        standing?.value == nil || standing?.value == DocumentType.residentIdentityCard.rawValue
      else { return nil }
      return Self.regions.first { number.hasPrefix($0.area) }?.type
    default: return nil
    }
  }

  private static let regions = [
    (type: "6", area: "81", country: "HKG"), (type: "7", area: "82", country: "MAC"),
    (type: "8", area: "83", country: "TWN"),
  ]

  /// The items that brothers and sisters share.
  private static let shared: Set<String> = [
    "guardian_name", "guardian_id_type", "guardian_id_number", "address", "hukou_place", "hukou_type", "native_place",
  ]

  /// Whether the item says which document the child has, or its number.
  public func isDocument(_ field: Int, _ context: FillingContext) -> Bool {
    ["id_type", "id_number"].contains(context.form.fields[field].name)
  }

  /// An item that the present one has made another answer likelier for.
  func likelierElsewhere(_ context: FillingContext) -> Int? {
    guard isDocument(field, context) else { return nil }
    return ["id_type", "nationality"].lazy.compactMap { context.form.index(of: $0) }.first {
      $0 != field && likelier(for: $0, context) != nil
    }
  }

  /// The county in the child's number, if the list has it: often the birthplace, often the registration, never surely.
  private func registrationPlace(_ list: String, _ context: FillingContext) -> (code: String, field: String)? {
    for (index, field) in context.form.fields.enumerated() {
      guard context.form.fields.contains(where: { $0.derivation?.source == index }),
        let value = record.answers[index]?.value,
        let number = CitizenNumber.read(value, on: context.today, knowsArea: { _ in true }).number
      else { continue }
      let code = "\(number.area)000000"
      if context.form.lists.list(list).index(of: code) != nil { return (code, field.name) }
    }
    return nil
  }
}
