/// Which places are at hand where one is to be chosen.
extension FormFilling {
  /// The place that the item's text begins with, the kindergarten's own county and the county in the child's number, as
  /// far as the list has them.
  public func placesAtHand(_ list: String, _ context: FillingContext) -> [String] {
    let own = context.settings.division.map { "\($0)000000" }
    let codes = [nearestPlace(context), own, registrationPlace(list, context)?.code].compactMap(\.self)
    let entries = context.form.lists.list(list)
    return codes.enumerated().filter { entries.index(of: $1) != nil && !codes.prefix($0).contains($1) }.map(\.element)
  }
}
