import FormModel
import Records
import Standards

extension CompletionScreen {
  var draftKey: Draft.Key? { walk == nil ? Draft.Key(page: .completion, person: holder.person) : nil }

  func typed(_ context: DeskContext) -> JSONValue? {
    switch panel {
    case .find(let line): .object(["find": line.typed])
    case .pick(let pick): .object(["pick": pick.typed])
    case .plan, .elsewhere, nil: nil
    }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let find = typed["find"] {
      var line = TextEditor()
      line.restore(find)
      panel = .find(line)
      search = Self.wanted(line.text)
    }
    if let pick = typed["pick"] { panel = .pick(ItemPick(typed: pick)) }
  }

  func restored(_ context: DeskContext) -> [Effect] { list(context) }
}

extension ReviewScreen {
  var draftKey: Draft.Key? { Draft.Key(page: .review, person: holder.person) }

  func typed(_ context: DeskContext) -> JSONValue? {
    switch panel {
    case .search(let line): .object(["search": line.typed])
    case .date(let line): .object(["date": line.typed])
    case .export(let export): export.typed.map { .object(["export": $0]) }
    case .filter, .lists, .plan, nil: nil
    }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let line = LinePanel(typed: typed["search"]) { panel = .search(line) }
    if let line = LinePanel(typed: typed["date"]) { panel = .date(line) }
    if let export = ExportPanel(typed: typed["export"]) { panel = .export(export) }
  }
}

extension ReadBackScreen {
  /// Who confirmed is kept for the lines that follow, as well as while it is being typed.
  func typed(_ context: DeskContext) -> JSONValue? {
    // A family confirms by sitting here, and types nothing.
    guard !isFamily else { return nil }
    var typed: [String: JSONValue] = [:]
    if let witness { typed["witness"] = .object(["how": .string(witness.how.rawValue), "who": .string(witness.who)]) }
    switch panel {
    case .who(let fields, let how, let line):
      let names = fields.map { JSONValue.string(context.form.fields[$0].name) }
      typed["who"] = .object(["fields": .array(names), "how": .string(how.rawValue), "asks": line.typed])
    case .print(let asked): typed["print"] = asked.typed
    case .which, .how, nil: break
    }
    return typed.isEmpty ? nil : .object(typed)
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    func how(_ json: JSONValue?) -> Confirmation.Means? {
      json?["how"]?.string.flatMap(Confirmation.Means.init(rawValue:))
    }
    if let how = how(typed["witness"]), let who = typed["witness"]?["who"]?.string {
      witness = Witness(how: how, who: who)
    }
    if let how = how(typed["who"]), let line = LinePanel(typed: typed["who"]?["asks"]) {
      let names = (typed["who"]?["fields"]?.array ?? []).compactMap(\.string)
      panel = .who(names.compactMap(context.form.index(of:)), how, line)
    }
    if let asked = PrintPanel(typed: typed["print"], of: held.record) { panel = .print(asked) }
  }
}

extension ReviewRecordScreen {
  var draftKey: Draft.Key? {
    Draft.Key(page: .reviewRecord, person: held.holder.person, record: held.record.id)
  }

  func typed(_ context: DeskContext) -> JSONValue? { typed(in: panel, context) }

  private func typed(in panel: Panel?, _ context: DeskContext) -> JSONValue? {
    switch panel {
    case .sendBack(let asked): .object(["return": asked.typed(context)])
    case .reason(let purpose, let line): .object(["reason": purpose.json(in: record), "asks": line.typed])
    case .print(let asked): asked.typed.map { .object(["print": $0]) }
    case .refused(_, let written): written.flatMap { typed(in: $0, context) }
    case .approve, .cause, .proposals, .duplicates, .history, nil: nil
    }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    if let asked = typed["return"] { panel = .sendBack(ReturnPanel(typed: asked, context)) }
    if let asked = PrintPanel(typed: typed["print"], of: record) { panel = .print(asked) }
    if let line = LinePanel(typed: typed["asks"]) { panel = .asking(typed["reason"], line, in: record) }
  }
}

extension ReviewRecordScreen.Purpose {
  /// A proposal is known by what it proposes: another may have been decided on meanwhile.
  func json(in record: Record) -> JSONValue {
    func proposal(_ index: Int) -> JSONValue {
      guard record.proposals.indices.contains(index) else { return .null }
      let proposal = record.proposals[index]
      return .object(["field": .string(proposal.field), "value": .string(proposal.value)])
    }
    return switch self {
    case .closeQueries: .object(["settle": .null])
    case .withdraw(let cause): .object(["withdraw": cause.map { .string($0.rawValue) } ?? .null])
    case .reinstate: .object(["reinstate": .null])
    case .take(let index): .object(["take": proposal(index)])
    case .decline(let index): .object(["decline": proposal(index)])
    }
  }

  init?(json: JSONValue?, in record: Record) {
    func place(_ proposal: JSONValue) -> Int? {
      record.proposals.firstIndex { $0.field == proposal["field"]?.string && $0.value == proposal["value"]?.string }
    }
    guard let (kind, proposal) = json?.object?.first else { return nil }
    switch (kind, place(proposal)) {
    case ("settle", _): self = .closeQueries
    case ("withdraw", _): self = .withdraw(proposal.string.flatMap(WithdrawalCause.init))
    case ("reinstate", _): self = .reinstate
    case ("take", let index?): self = .take(proposal: index)
    case ("decline", let index?): self = .decline(proposal: index)
    case (_, _): return nil
    }
  }
}
