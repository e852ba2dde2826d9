import Standards

/// One item of a form: what is asked, of which kind, and when it counts.
public struct Field: Sendable {
  /// The name in records and on the command line, such as `id_number`.
  public var name: String
  /// The column heading of the national sheet, character for character.
  public var heading: String
  /// Other spellings of the heading that a sheet may bear, such as a misprint of an edition.
  public var otherHeadings: [String]
  public var kind: FieldKind
  /// What the screen calls the item.
  public var label: Localized
  /// What to write, in one or two lines.
  public var hint: Localized
  /// What to write instead where other answers say so; the first whose condition certainly holds counts.
  public var hintWhen: [ConditionalText]
  /// Where to find it on the paper.
  public var paper: Localized
  /// Why it is asked.
  public var why: Localized
  /// An invented value to look at, if one helps.
  public var example: Localized?
  /// When a blank is a finding; counts only while the item is relevant.
  public var required: Condition
  /// When the item is asked at all; an irrelevant item must be empty on the sheet.
  public var relevant: Condition
  /// A suggestion that Enter accepts; no answer until then.
  public var suggestion: String?
  /// What other answers make likelier than the suggestion.
  public var likelier: Likelier?
  /// The item that this one can be read off.
  public var derivation: Derivation?
  /// What the item means to the program, if anything.
  public var role: FieldRole?
  /// The values by which a child belongs to the group that the role counts.
  public var counted: [String]
  /// Brothers and sisters share the answer: it is offered again for the next child of a family.
  public var isLent: Bool
  /// The list of places that the head of a text can be taken from.
  public var places: String?
  /// The item whose place heads the text, and stands first among the places.
  public var head: Head?
  /// Days that are offered for a date, each by its number.
  public var offers: [OfferedDay]
  /// The paper that the item is read from, where what is read from one paper is put off together.
  public var readFrom: String?
  /// Only a person's own word answers it: it is never offered from elsewhere, nor given by a question for several
  /// items.
  public var isOnlyTold: Bool
  /// The answer repeats from child to child: whoever fills in one form after the other is offered that of the form before.
  public var isCarried: Bool
  /// Why the item may be left to staff, besides what any item is put off for.
  public var staffReasons: [StaffReason]
  /// How the read-back says it; nil for the bare value.
  public var spoken: Spoken?
}

/// Where a place that a text needs is known from.
public struct Head: Hashable, Sendable {
  /// The item of the place.
  public var field: Int
  /// Whether the text begins with it; else it only stands first in the list.
  public var isTyped: Bool
}

/// A day that is offered by its number.
public enum OfferedDay: Hashable, Sendable {
  case today
  /// The last such day up to today, and the next one.
  case yearly(month: Int, day: Int)

  /// The days, as of today.
  public func days(_ today: CalendarDate) -> [CalendarDate] {
    switch self {
    case .today: return [today]
    case .yearly(let month, let day):
      let near = (-1...1).compactMap { CalendarDate(year: today.year + $0, month: month, day: day) }
      return [near.last { $0 <= today }, near.first { $0 > today }].compactMap(\.self)
    }
  }
}

/// A text that counts where a condition certainly holds.
public struct ConditionalText: Hashable, Sendable {
  public var text: Localized
  public var condition: Condition
}

/// Why an item can have no answer, so that staff find one: it is left to them with what the paper says.
public enum StaffReason: String, Sendable, CaseIterable {
  case abroad
  case unregistered
  /// A county that is newer than the list.
  case newCounty = "new_county"
  /// A character that nobody can type here; every text has this reason by itself.
  case untypable
}

/// How an item's value is entered and stored.
public enum FieldKind: Hashable, Sendable {
  case text(TextKind)
  /// The national system's class code: letters and digits.
  case classCode(maximum: Int)
  /// One code of the named list.
  case select(list: String)
  /// One 12-character code of the named list of places.
  case place(list: String)
  /// A day, stored as `YYYY-MM-DD`.
  case date
  /// A document's number of at most so many characters, any number of them where the document is 其他; the field says
  /// which document.
  case documentNumber(typeField: Int, maximumCharacters: Int)

  /// The list that the value is chosen from, if any.
  public var list: String? {
    switch self {
    case .select(let list), .place(let list): list
    case .text, .classCode, .date, .documentNumber: nil
    }
  }
}

/// A value that the machine reads off another item's value.
public struct Derivation: Hashable, Sendable {
  public enum Part: String, Sendable, CaseIterable {
    case birthDate = "birth_date"
    case sex
    /// Which document the number is of: a citizen number is nearly always on the identity card. Another one may bear it
    /// too, so nothing is checked against it.
    case document
  }

  /// The index of the field that is read.
  public var source: Int
  public var part: Part
}

/// A part of the form with a heading of its own, in the order of asking.
public struct Section: Sendable {
  public var name: String
  public var label: Localized
  /// Indexes of its fields, in the order of asking.
  public var fields: [Int]
}

/// A rule between items that the form's file states.
public struct DeclaredRule: Sendable {
  /// The stable code of its findings.
  public var name: String
  public var severity: Severity
  /// The items concerned; the finding is shown at the first.
  public var fields: [Int]
  /// The finding is made when this is certainly so.
  public var condition: Condition
  /// What to say, with `{}` for the age where the rule looks at one.
  public var message: Localized
  /// What to say of an age that is over what is usual, where the message is about one that is under it.
  public var messageOver: Localized?
}

extension Field {
  /// Whether one answer may be true of many children, so that it may be offered from another child's form or given to many
  /// at once: never a name, a number, a birth date or free text, what is read off a number, or what only a person's own
  /// word answers.
  public var mayRepeat: Bool {
    guard !isOnlyTold, derivation == nil, role != .childBirthDate else { return false }
    return switch kind {
    case .classCode, .select, .place, .date: true
    case .text, .documentNumber: false
    }
  }

  /// The item's own reasons to leave it to staff; none for a place, which has `reasonsNotInList` instead. A text may hold
  /// a character that cannot be typed.
  public var reasonsForPuttingOff: [StaffReason] {
    switch kind {
    case .place: []
    case .text: staffReasons + [.untypable]
    case .classCode, .select, .date, .documentNumber: staffReasons
    }
  }

  /// Why the item's place stands in no list: the item's own reasons, or all where it has none.
  public var reasonsNotInList: [StaffReason] {
    staffReasons.isEmpty ? [.abroad, .unregistered, .newCounty] : staffReasons
  }
}

extension FieldKind {
  /// How text of this kind is mended, and what it may hold.
  public var normalised: TextNormaliser.Kind {
    switch self {
    case .text(let kind): kind.normalised
    case .classCode, .select, .place, .date, .documentNumber: .code
    }
  }
}
