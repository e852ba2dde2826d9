import FormModel
import Records
import Wording

extension DeskContext {
  /// Somebody in a word: of a family what they are to the child, else the name they entered under.
  func named(_ person: Person) -> String {
    switch person.role {
    case .guardian:
      let relation = person.relation.flatMap { form.lists.list("relation").choice($0) }
      return relation.map { language == .chinese ? $0.text : $0.label.english } ?? wording(ProvenancePhrase.family)
    case .teacher, .staff: return person.isUnnamed ? wording(ProvenancePhrase.thisComputer) : wording.plain(person.name)
    }
  }

  /// Somebody at another desk: the name that they sit there under, where there is one.
  func namedElsewhere(_ person: Person) -> String {
    person.isUnnamed ? named(person) : wording.plain(person.name)
  }

  /// Who filled a record in, as a list shows it.
  func filler(_ person: Person) -> String {
    switch person.role {
    case .guardian: named(person)
    case .teacher: wording(ProvenancePhrase.teacherFiller)
    case .staff: wording(ProvenancePhrase.staffFiller)
    }
  }

  /// Where a value came from and who gave it.
  func source(of answer: RecordedAnswer) -> String {
    let name = named(answer.by)
    switch answer.source {
    case .told, nil:
      return wording(
        answer.by.role == .guardian ? ProvenancePhrase.toldByFamily : ProvenancePhrase.toldFor, name)
    case .document: return wording(ProvenancePhrase.document, name)
    case .derived:
      let from = answer.from.flatMap(form.index(of:)).map { wording.short(form.fields[$0]) }
      return wording(ProvenancePhrase.derived, from ?? "")
    // Only a family has a brother or a sister to copy from; staff have a roster.
    case .copied: return wording(answer.by.role == .guardian ? ProvenancePhrase.copied : .roster, name)
    case .accepted: return wording(ProvenancePhrase.accepted, name)
    }
  }

  /// Whether and how a value was confirmed; nothing where nobody had to.
  ///
  /// In short, without who wrote it down: the history knows.
  func confirmation(of answer: RecordedAnswer, inShort isShort: Bool = false) -> String {
    switch answer.confirmation {
    case .notNeeded: return ""
    case .unconfirmed: return wording(ProvenancePhrase.waiting)
    case .confirmed(let confirmation):
      let who = wording.plain(confirmation.who)
      let by = named(confirmation.by)
      return switch confirmation.how {
      case .desk: wording(ProvenancePhrase.confirmedHere)
      case .telephone:
        isShort
          ? wording(ProvenancePhrase.telephoneInShort, who) : wording(ProvenancePhrase.confirmedByTelephone, who, by)
      case .paper:
        isShort ? wording(ProvenancePhrase.paperInShort, who) : wording(ProvenancePhrase.confirmedOnPaper, who, by)
      }
    }
  }

  func isRequired(_ field: Int, in record: Record) -> Bool {
    form.isRequired(field, in: record.checkedAnswers, setting: setting)
      && form.relevance(of: field, in: record.checkedAnswers, setting: setting) != .no
  }

  /// All that is known of where an answer came from, in a line.
  func provenance(of answer: RecordedAnswer?, field: Int, in record: Record) -> String {
    guard let answer else {
      guard form.relevance(of: field, in: record.checkedAnswers, setting: setting) != .no else {
        return wording(ProvenancePhrase.notNeeded)
      }
      return isRequired(field, in: record) ? wording(ProvenancePhrase.blank) : wording(CommonPhrase.optional)
    }
    if let owed = answer.owed { return wording(ProvenancePhrase.owed, wording.debt(owed)) }
    return [source(of: answer), confirmation(of: answer, inShort: true)].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
