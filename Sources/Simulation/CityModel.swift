import FormModel
import Records
import Standards

/// What a city's children are like: how often which answer occurs, and what the made-up places and people are called.
///
/// It is data of the form, `simulated/NAME.json`: what an item is called is known there and nowhere else.
public struct CityModel: Sendable {
  /// What somebody wants to answer an item with.
  enum Wish: Hashable, Sendable {
    case value(String)
    /// The item is left blank.
    case nothing
    case own, near, elsewhere
    case address, native
    case foreign
  }

  /// Something that may be wrong with a record on purpose.
  public struct Mistake: Hashable, Sendable {
    /// How what was meant is changed.
    enum Change: String, Sendable {
      case digit, other, next, long, words, unknown, child, twice
    }

    public let name: String
    /// The codes of the findings that it makes.
    public let rules: [String]
    let field: Int
    let change: Change
  }

  let form: Form
  /// The counties of the city, and those that families come from.
  let counties: [String]
  let elsewhere: [String]
  let kindergarten: String
  /// The classes by how old the children are, the youngest first.
  let classes: [[String]]
  let surnames: [Character]
  let characters: [Character]
  let roads: [String]
  public let teachers: [String]
  public let staff: String
  let foreign: String
  let withdrawal: [WithdrawalCause: String]
  let acceptance: String
  let query: String
  let owing: String
  let unknown: String
  /// Of each group one alternative is taken: the items that belong together, each with its wishes.
  let groups: [Draw<[Int: Draw<Wish>]>]
  let mistakes: Draw<Mistake>

  /// The model of a form; nil where the form has none.
  public init?(form: Form) {
    guard let bytes = try? FormFolder.embedded.bytes("simulated/\(form.name).json"),
      let json = try? JSONValue.parse(bytes), json["format"]?.string == "xueji-simulation/1"
    else { return nil }
    func texts(_ key: String) -> [String] { json[key]?.array?.compactMap(\.string) ?? [] }
    func text(_ key: String) -> String { json[key]?.string ?? "" }
    self.form = form
    (counties, elsewhere) = (texts("counties"), texts("elsewhere"))
    (kindergarten, staff, foreign) = (text("kindergarten"), text("staff"), text("foreign"))
    classes = json["classes"]?.array?.map { $0.array?.compactMap(\.string) ?? [] } ?? []
    (surnames, characters) = (Array(text("surnames")), Self.distinct(text("characters")))
    (roads, teachers) = (texts("roads"), texts("teachers"))
    let reasons = WithdrawalCause.allCases.compactMap { cause in
      json["withdrawal"]?[cause.rawValue]?.string.map { (cause, $0) }
    }
    withdrawal = Dictionary(uniqueKeysWithValues: reasons)
    (acceptance, query, owing, unknown) = (text("acceptance"), text("query"), text("owing"), text("unknown"))
    groups = (json["groups"]?.array ?? []).map { Self.group($0, form) }
    mistakes = Draw((json["mistakes"]?.array ?? []).compactMap { Self.mistake($0, form) })
    let isWhole = [counties, elsewhere, roads, teachers].allSatisfy { !$0.isEmpty } && classes.count == 3
    guard isWhole, classes.allSatisfy({ !$0.isEmpty }), surnames.count > 1, characters.count > 1 else { return nil }
  }

  private static func distinct(_ text: String) -> [Character] {
    var seen: Set<Character> = []
    return text.filter { seen.insert($0).inserted }
  }

  private static func group(_ json: JSONValue, _ form: Form) -> Draw<[Int: Draw<Wish>]> {
    Draw(
      (json.array ?? []).map { alternative in
        var values: [Int: Draw<Wish>] = [:]
        for (name, value) in alternative["values"]?.object ?? [:] {
          guard let field = form.index(of: name) else { continue }
          values[field] = wishes(value)
        }
        return (alternative["weight"]?.int ?? 0, values)
      })
  }

  private static func wishes(_ json: JSONValue) -> Draw<Wish> {
    if let text = json.string { return Draw([(1, wish(text))]) }
    // The order of a dictionary is another one in every run.
    let weights = (json.object ?? [:]).sorted { $0.key < $1.key }
    return Draw(weights.map { ($0.value.int ?? 0, wish($0.key)) })
  }

  private static func wish(_ text: String) -> Wish {
    switch text {
    case "": .nothing
    case "@own": .own
    case "@near": .near
    case "@elsewhere": .elsewhere
    case "@address": .address
    case "@native": .native
    case "@foreign": .foreign
    default: .value(text)
    }
  }

  private static func mistake(_ json: JSONValue, _ form: Form) -> (Int, Mistake)? {
    guard let name = json["name"]?.string, let field = json["field"]?.string.flatMap(form.index(of:)),
      let change = json["change"]?.string.flatMap(Mistake.Change.init), let weight = json["weight"]?.int
    else { return nil }
    let rules = json["rules"]?.array?.compactMap(\.string) ?? []
    return (weight, Mistake(name: name, rules: rules, field: field, change: change))
  }
}
