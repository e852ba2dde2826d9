import FormModel
import Records

extension Wording {
  /// Why a move was not made: a sentence for each thing that is in the way.
  ///
  /// With the record at hand an open question is told in its own words.
  public func message(_ refusal: Refusal, form: Form, record: Record? = nil) -> [String] {
    switch refusal {
    case .role:
      [say("这一步要审核老师来做。", "This step is for the reviewing staff.")]
    case .status(let status): [message(of: status)]
    case .obstacles(let obstacles): obstacles.map { message($0, form: form, record: record) }
    case .reasonMissing: [say("请写一句原因，以后查得到。", "Please give a reason, so that it can be looked up later.")]
    case .nothing: [say("和原来一样，没有什么要改的。", "It is as it was; there was nothing to change.")]
    }
  }

  /// One thing that keeps a record from being handed in or approved.
  public func message(_ obstacle: Obstacle, form: Form, record: Record? = nil) -> String {
    switch obstacle {
    case .finding(let finding) where finding.rule == .owed:
      return say(
        "\(short(form.fields[finding.field]))：说好以后补，还没有补上。",
        "\(short(form.fields[finding.field])): put off, and still to come.")
    case .finding(let finding):
      return "\(short(form.fields[finding.field]))\(colon)\(message(finding, form: form))"
    case .query(let index):
      guard let query = record.flatMap({ $0.queries.indices.contains(index) ? $0.queries[index] : nil }) else {
        return say("有一个问题还没有回答。", "A question has not been answered yet.")
      }
      let field = query.field.flatMap(form.index(of:)).map { short(form.fields[$0]) + colon } ?? ""
      return say(
        "还没有回答的问题：\(field)\(plain(query.text))", "A question that is still open: \(field)\(plain(query.text))")
    case .duplicate:
      return say(
        "一人多籍？孩子的号码在另一份表里也有，要先弄清楚。",
        "The child's number stands in another record too; that has to be settled first.")
    case .unconfirmed(let fields):
      let names = names(of: fields, form)
      return say(
        "家长还没有确认 \(fields.count) 项：\(names)。", "Not confirmed by the family yet (\(fields.count)): \(names).")
    case .proposal:
      return say(
        "有一条修改建议还没有决定，先看它（g）。", "A change is proposed and not decided on; look at that first (g).")
    case .entryAhead(let date):
      return say(
        "入园日期是\(self.date(date))，到了那天才能通过。",
        "The date of entry is \(self.date(date)); it can be approved from that day on.")
    }
  }

  private func message(of status: Status) -> String {
    switch status {
    case .draft: say("这张表还没有交，要先交表。", "The form has not been handed in yet; that comes first.")
    case .submitted: say("这张表已经交了，在等审核。", "The form was handed in and waits for review.")
    case .approved: say("这张表已经通过了，要改只能先提建议。", "The form was approved; a change can only be proposed.")
    case .withdrawn: say("这张表已经撤回了，要先恢复。", "The form was withdrawn; it has to be reinstated first.")
    }
  }

  /// Items by name, the first of them where they are many.
  public func names(of fields: [Int], _ form: Form) -> String {
    let names = fields.prefix(fields.count > 8 ? 6 : 8).map { short(form.fields[$0]) }.joined(separator: comma)
    return fields.count > 8 ? names + say(" 等", " and others") : names
  }

  /// An item in as few words as possible: what the sheet calls it, or in English its label.
  public func short(_ field: Field) -> String { language == .chinese ? field.heading : field.label.english }

  public var colon: String { say("：", ": ") }
  public var comma: String { say("、", ", ") }
  public var semicolon: String { say("；", "; ") }
}
