import FormModel
import Records
import Standards

/// A city of invented children, kindergarten by kindergarten: the same for the same seed, size and day.
public struct City {
  /// A kindergarten's records, and what is wrong with some of them on purpose.
  public struct Part: Sendable {
    public let kindergarten: InventedKindergarten
    public let records: [Record]
    public let labels: [Label]
  }

  /// How many children a kindergarten has where nobody says it: 170,000 in a thousand.
  public static let usualSize = 170
  /// More than any city has; there are numbers for twice as many.
  public static let mostChildren = 5_000_000

  public let children: Int
  public let kindergartens: Int
  /// The day that it is made on.
  public let day: CalendarDate
  /// Whether some records have something wrong with them.
  public let hasMistakes: Bool
  private let model: CityModel
  private var plan: CityPlan

  /// - Parameters:
  ///   - errors: the share of records that have something wrong with them, from 0 to 1.
  ///   - now: the day that ages and moments are counted from.
  public init(
    _ model: CityModel, children: Int, kindergartens: Int?, seed: UInt64, errors: Double, now: Timestamp
  ) {
    self.model = model
    self.children = children
    (day, hasMistakes) = (now.date, errors > 0)
    self.kindergartens = max(1, min(children, kindergartens ?? (children + Self.usualSize / 2) / Self.usualSize))
    plan = CityPlan(model, seed: seed, errors: Int(errors * 1_000_000), now: now)
  }

  /// The names of every kindergarten's classes.
  public var classes: [String] { model.classes.flatMap(\.self) }

  /// Makes the city part by part, in order; `body` says whether to go on.
  public mutating func visit(_ body: (Part) -> Bool) {
    var next = 0
    while next < kindergartens {
      let batch = next..<min(next + Self.batch, kindergartens)
      next = batch.upperBound
      let planned = batch.map { number in
        let kindergarten = plan.kindergarten(number)
        return (kindergarten, plan.children(size(of: number), of: kindergarten))
      }
      let model = model
      for part in ConcurrentMap.map(planned, least: 2, { Self.part($0.0, $0.1, model) }) {
        guard body(part) else { return }
      }
    }
  }

  /// Kindergartens that are made at once.
  private static let batch = 16

  private func size(of kindergarten: Int) -> Int {
    children / kindergartens + (kindergarten < children % kindergartens ? 1 : 0)
  }

  private static func part(
    _ kindergarten: InventedKindergarten, _ children: [InventedChild], _ model: CityModel
  ) -> Part {
    var records: [Record] = []
    var labels: [Label] = []
    var last: (record: Record, wishes: [CityModel.Wish?])?
    for child in children {
      var sitting = ChildSitting(child, of: kindergarten, model, after: child.isSibling ? last : nil)
      let done = sitting.run()
      last = done
      records.append(done.record)
      guard let mistake = child.mistake else { continue }
      labels.append(
        Label(
          id: child.identity.id, code: child.identity.code, kindergarten: kindergarten.name, mistake: mistake.name,
          rules: mistake.rules, field: model.form.fields[mistake.field].name, other: child.twin))
    }
    return Part(kindergarten: kindergarten, records: records, labels: labels)
  }
}
