import FormModel
import Records
import Standards

/// Counts the children of many files, each record once.
public struct Figures {
  /// A child behind a figure.
  public struct Child: Hashable, Sendable {
    public var name: String
    public var kindergarten: String
    public var className: String
    public var id: String
    /// The group that it is counted in.
    public var key: [String] = []
  }

  /// What is counted of one record.
  struct Counted: Sendable {
    var id: RecordID?
    var key: [String]
    var counts: [Bool]
    var rules: [String]
    var child: Child?
    /// Of a record that was withdrawn, where only that is counted of it.
    var withdrawal: Withdrawal?
  }

  public let set: FigureSet
  public let grouping: Grouping
  private var groups: [[String]: [Int]] = [:]
  /// The errors by rule, the most frequent first.
  public var errors: [(rule: String, count: Int)] {
    rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
  private var rules: [String: Int] = [:]
  /// The children behind the figure that is to be listed.
  public private(set) var listed: [Child] = []
  /// Files and records that cannot be read, and so are not counted.
  public private(set) var refused = 0
  /// Records that came more than once, and are counted once.
  public private(set) var repeated = 0
  /// Records that were withdrawn: their children are not here.
  public private(set) var withdrawn = 0
  /// Why they were, as far as that was said.
  public private(set) var causes: [WithdrawalCause?: Int] = [:]
  private var seen: Set<RecordID> = []

  public init(_ set: FigureSet, by grouping: Grouping) { (self.set, self.grouping) = (set, grouping) }

  public var table: FigureTable { FigureTable(groups, figures: set.figures.count) }

  /// Counts the records of a source; `listing` is a figure whose children are named.
  public mutating func count(
    _ source: SourceFiles, _ checks: RecordChecks, forms: FormLibrary, on today: CalendarDate, listing: Int? = nil,
    progress: (Int) -> Bool
  ) {
    let (set, grouping, autumn) = (set, grouping, Grouping.autumn(today))
    let visit = RecordVisit<Counted?>(forms) { found, bytes, file in
      guard case .record(let record) = found else { return nil }
      return Self.counted(
        record, record.isWithdrawn ? Withdrawal(bytes, file, forms) : nil, set, grouping, autumn, checks, listing)
    }
    refused += source.files.count { !$0.isOfRecords }
    visit.run(source.files.filter(\.isOfRecords)) { batch in
      if batch.problem != nil { refused += 1 }
      for counted in batch.made { add(counted) }
      return progress(batch.bytes)
    }
  }

  /// Counts the records of a store that is no folder, one after the other.
  public mutating func count(
    _ store: some RecordStoring, _ checks: RecordChecks, of kindergarten: Origin, on today: CalendarDate,
    listing: Int? = nil
  ) {
    store.visit(nil) { result in
      guard case .success(let record) = result else { return add(nil) }
      var answers = RecordAnswers(record, form: store.forms.form(of: record))
      if answers.origin == nil { answers.origin = kindergarten }
      let withdrawal = answers.isWithdrawn ? Withdrawal(record) : nil
      add(Self.counted(answers, withdrawal, set, grouping, Grouping.autumn(today), checks, listing))
    }
  }

  private static func counted(
    _ record: RecordAnswers, _ withdrawal: Withdrawal?, _ set: FigureSet, _ grouping: Grouping, _ autumn: CalendarDate,
    _ checks: RecordChecks, _ listing: Int?
  ) -> Counted? {
    guard record.form.name == set.form.name else { return nil }
    let isOfPeriod = set.period != nil
    guard isOfPeriod || !record.isWithdrawn else {
      return Counted(id: record.id, key: [], counts: [], rules: [], withdrawal: withdrawal)
    }
    let findings = isOfPeriod ? [] : checks.findings(in: record)
    var counted = Counted(
      id: record.id, key: grouping.key(record, form: record.form, autumn: autumn),
      counts: set.counts(record, findings, isOfPeriod ? Stay(record, withdrawal) : nil),
      rules: findings.filter { $0.severity == .error }.map(\.rule.code))
    if let listing, counted.counts[listing] {
      counted.child = Child(
        name: record.form.field(.childName).flatMap { record.answers[$0].value } ?? "",
        kindergarten: record.origin?.kindergarten ?? "", className: record.className ?? "", id: record.id?.text ?? "",
        key: counted.key)
    }
    return counted
  }

  private mutating func add(_ counted: Counted?) {
    guard let counted else {
      refused += 1
      return
    }
    if let id = counted.id, !seen.insert(id).inserted {
      repeated += 1
      return
    }
    guard !counted.counts.isEmpty else {
      withdrawn += 1
      causes[counted.withdrawal?.cause, default: 0] += 1
      return
    }
    // Nobody of the period.
    guard counted.counts.contains(true) else { return }
    var sums = groups[counted.key] ?? Array(repeating: 0, count: set.figures.count)
    for figure in sums.indices where counted.counts[figure] { sums[figure] += 1 }
    groups[counted.key] = sums
    for rule in Set(counted.rules) { rules[rule, default: 0] += 1 }
    if let child = counted.child { listed.append(child) }
  }
}
