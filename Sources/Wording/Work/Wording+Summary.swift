import FormModel
import Records
import Standards

/// A record in a list, in the few words that there is room for.
extension Wording {
  /// Another record, as staff are told of it.
  public func other(_ summary: RecordSummary) -> String {
    self(
      ReviewRecordPhrase.other, plain(summary.name), plain(summary.className ?? ""), summary.created.date.iso,
      summary.code.text, status(summary.status))
  }

  /// Where a record stands, in the two or three characters that a list has for it.
  public func state(_ summary: RecordSummary) -> String {
    switch summary.status {
    case .draft: self(summary.isReturned ? ReviewPhrase.statusReturned : .statusDraft)
    case .submitted: self(ReviewPhrase.statusWaiting)
    case .approved: self(summary.proposals > 0 ? ReviewPhrase.statusChanged : .statusApproved)
    case .withdrawn: self(ReviewPhrase.statusWithdrawn)
    }
  }

  /// A day with its weekday: `2015-01-28 周三`.
  public func dayAndWeekday(_ date: CalendarDate) -> String {
    let names = [
      say("周一", "Mon"), say("周二", "Tue"), say("周三", "Wed"), say("周四", "Thu"), say("周五", "Fri"), say("周六", "Sat"),
      say("周日", "Sun"),
    ]
    return "\(date.iso) \(names[date.weekday - 1])"
  }

  /// A condition of a list's filter, in a word.
  public func word(_ word: SummaryFilter.Condition) -> String {
    switch word {
    case .returned: self(ReviewPhrase.wordReturned)
    case .owed: self(ReviewPhrase.wordOwed)
    case .unconfirmed: self(ReviewPhrase.wordUnconfirmed)
    case .exported: self(ReviewPhrase.wordExported)
    case .numbered: self(ReviewPhrase.wordNumbered)
    case .duplicate: self(ReviewPhrase.wordDuplicate)
    case .numberInDraft: self(ReviewPhrase.numberInDraft)
    case .waiting: self(ReviewPhrase.wordWaiting)
    case .gaps: self(ReviewPhrase.wordGaps)
    case .ready: self(ReviewPhrase.wordReady)
    case .entryAhead: self(ReviewPhrase.wordEntryAhead)
    case .toExport: self(ReviewPhrase.wordToExport)
    case .toNumber: self(ReviewPhrase.wordToNumber)
    case .stray: self(ReviewPhrase.wordStray)
    }
  }

  public func order(_ order: SummaryFilter.Order) -> String {
    switch order {
    case .created: self(ReviewPhrase.orderCreated)
    case .name: self(ReviewPhrase.orderName)
    case .className: self(ReviewPhrase.orderClass)
    case .due: self(ReviewPhrase.orderDue)
    case .status: self(ReviewPhrase.orderStatus)
    }
  }

  /// A reviewer's question, as whoever fills the form in reads it.
  public func asked(_ query: Query) -> String { "？ " + self(CheckPhrase.asked, plain(query.text)) }
}
