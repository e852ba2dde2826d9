import FormModel
import Records

/// Which form a page is about, so that no page need know of another.
extension Desk {
  /// The form of the record that is shown; nil where none is.
  var edition: FormEdition? {
    switch page {
    case .guided(let screen): screen.entry.record.edition
    case .readBack(let screen): screen.held.record.edition
    case .locked(let screen): screen.covered.record.edition
    case .farewell(let screen): screen.sibling.edition
    case .work(let room): room.edition
    case .home, .settings, .comeBack, .door, .unsaved: nil
    }
  }
}

extension WorkRoom {
  fileprivate var edition: FormEdition? {
    switch pages.last {
    case .readBack(let screen): screen.held.record.edition
    case .reviewRecord(let screen): screen.held.record.edition
    case .menu, .sheet, .completion, .review, .dayClose, nil: record?.edition
    }
  }
}

extension Input {
  /// The form of the record that comes in, or is to begin; nil where none does.
  var edition: FormEdition? {
    switch self {
    case .event: nil
    case .news(.opened(let held)), .news(.work(.reopened(let held, _))): held.record.edition
    case .news(.door(.resumed(_, let held, _))): held.record.edition
    case .news(.desk(.begun(_, .family(let sibling, let form)))): form ?? sibling?.edition
    case .news: nil
    }
  }
}
