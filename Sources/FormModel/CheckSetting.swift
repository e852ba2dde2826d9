import Standards

/// What a check needs to know beside the answers.
public struct CheckSetting: Sendable {
  /// Where the record stands: a sheet must be true today, a desk may look ahead.
  public enum Place: Sendable {
    case desk
    case sheet
  }

  /// Today at the desk.
  public var today: CalendarDate
  /// The kindergarten's own county, six digits, if it is known.
  public var kindergarten: String?
  public var place: Place

  public init(today: CalendarDate, kindergarten: String? = nil, place: Place = .desk) {
    (self.today, self.kindergarten, self.place) = (today, kindergarten, place)
  }
}
