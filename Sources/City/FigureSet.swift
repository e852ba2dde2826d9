import FormModel
import Records
import Standards

/// What is counted of the children of a form; what is asked for every year is the form's own, `figures/NAME.json`.
public struct FigureSet: Sendable {
  /// One count.
  public struct Figure: Sendable {
    /// What programs call it.
    public var name: String
    public var label: Localized
    /// Figures of one set add up, beside those of whom nothing is known; to `sums` where another figure is their sum, else
    /// to all children.
    var set: String?
    var sums: String?
    var rule: Rule
  }

  enum Rule: Sendable {
    case all
    case status(Status)
    /// Nothing is missing and nothing is wrong.
    case whole
    case missing
    case wrong
    /// The field has one of these values.
    case values(Int, Set<String>)
    /// The field has a value, and none of these.
    case others(Int, Set<String>)
    case stay(Stay.Part)
  }

  public let form: Form
  public let figures: [Figure]
  /// Between which days coming and going is counted, where that is what is counted.
  public let period: Period?

  /// - Parameter labels: what the program's own figures are called: all, the statuses, whole, missing and wrong.
  public init?(form: Form, labels: (String) -> Localized) {
    guard let bytes = try? FormFolder.embedded.bytes("figures/\(form.name).json"),
      let json = try? JSONValue.parse(bytes), json["format"]?.string == "xueji-figures/1"
    else { return nil }
    self.form = form
    period = nil
    let own: [(String, String?, Rule)] =
      [("all", nil, .all)]
      + [Status.draft, .submitted, .approved].map { ($0.rawValue, "status", .status($0)) }
      + [("whole", nil, .whole), ("missing", nil, .missing), ("wrong", nil, .wrong)]
    figures =
      own.map { Figure(name: $0, label: labels($0), set: $1, rule: $2) }
      + (json["figures"]?.array ?? []).compactMap { Self.figure($0, form) }
  }

  /// Who came and went between two days.
  ///
  /// - Parameter labels: what the figures are called, by what programs call them.
  public init(form: Form, in period: Period, labels: (String) -> Localized) {
    (self.form, self.period) = (form, period)
    let parts: [(name: String, set: String?, sums: String?, part: Stay.Part)] = [
      ("there", nil, nil, .there), ("before", "start", nil, .before), ("came", "start", nil, .came),
      ("went", "stay", "went", .went), ("transfer", "went", nil, .wentFor(.transfer)),
      ("left", "went", nil, .wentFor(.left)),
      ("unsaid", "went", nil, .wentFor(nil)), ("end", "stay", nil, .end), ("duplicate", nil, nil, .voided(.duplicate)),
      ("mistake", nil, nil, .voided(.mistake)),
    ]
    figures = parts.map {
      Figure(name: $0.name, label: labels($0.name), set: $0.set, sums: $0.sums, rule: .stay($0.part))
    }
  }

  private static func figure(_ json: JSONValue, _ form: Form) -> Figure? {
    guard let name = json["name"]?.string, let field = json["field"]?.string.flatMap(form.index(of:)),
      let chinese = json["label"]?["zh"]?.string, let english = json["label"]?["en"]?.string
    else { return nil }
    let rule: Rule
    if let values = json["values"]?.array {
      rule = .values(field, Set(values.compactMap(\.string)))
    } else {
      rule = .others(field, Set((json["but"]?.array ?? []).compactMap(\.string)))
    }
    return Figure(
      name: name, label: Localized(chinese, english), set: json["set"]?.string, sums: json["sums"]?.string, rule: rule)
  }

  /// Whether the figure is one of those that add up under this name, or their sum.
  public func isMember(_ figure: Int, of set: String) -> Bool {
    figures[figure].set == set || figures[figure].sums == set
  }

  /// The figure of a name, as it is called or as programs call it.
  public func index(of name: String) -> Int? {
    figures.firstIndex { $0.name == name || $0.label[.chinese] == name || $0.label[.english] == name }
  }

  /// By figure, whether the child is counted there.
  func counts(_ record: RecordAnswers, _ findings: [Finding], _ stay: Stay? = nil) -> [Bool] {
    let isMissing = findings.contains { $0.severity == .missing }
    let isWrong = findings.contains { $0.severity == .error }
    return figures.map { figure in
      switch figure.rule {
      case .all: true
      case .status(let status): record.status == status
      case .whole: findings.isEmpty
      case .missing: isMissing
      case .wrong: isWrong
      case .values(let field, let values): record.answers[field].value.map(values.contains) ?? false
      case .stay(let part):
        if let stay, let period { stay.counts(as: part, in: period) } else { false }
      case .others(let field, let values): record.answers[field].value.map { !values.contains($0) } ?? false
      }
    }
  }
}
