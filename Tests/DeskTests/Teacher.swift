import FormModel
import Records
import Standards
import Terminal
import Testing

@testable import Desk
@testable import Filling

/// A teacher at a sheet who knows the child and loses no key: Enter for what is offered and right, a digit for a choice,
/// else what the paper says. Every key is counted, a hanzi as one, as it is sent to the program; and every item or panel
/// that is stopped at.
struct Teacher {
  private(set) var room: Classroom
  private(set) var stops: [String] = []
  private let searches: [String: String]

  init(_ room: Classroom, searches: [String: String] = [:]) { (self.room, self.searches) = (room, searches) }

  /// From the page on the screen until the form is handed in, or until it stops at something; gives the keys that it took.
  mutating func fills(_ knows: [String: String], upTo last: String? = nil) throws -> Int {
    let before = room.keys
    stops = []
    while let sheet = room.sheet, sheet.cover == nil {
      try #require(room.keys - before < 400, "never done: \(stops)\(room.testDescription)")
      if case .check(let check) = sheet.entry.panel {
        note("check")
        try #require(check.canHandIn, "\(room.testDescription)")
        if last == "check" { break }
        // Whoever hands in has looked at what it is.
        room.pass(milliseconds: KeyRest.length)
        room.press(.enter)
      } else {
        try #require(sheet.entry.panel == nil, "\(room.testDescription)")
        try answers(sheet.entry, knows)
      }
    }
    return room.keys - before
  }

  mutating func press(_ key: Key) { room.press(key) }

  private mutating func note(_ stop: String) { if stops.last != stop { stops.append(stop) } }

  private mutating func answers(_ entry: FormEntry, _ knows: [String: String]) throws {
    let (context, form) = (room.context.filling, room.context.form)
    let name = form.fields[entry.field].name
    switch entry.filling.asking {
    case .item: break
    case .shared, .carried:
      note("together")
      let isCarried = entry.filling.asking == .carried
      let fields = isCarried ? entry.filling.carriedFields(context) : entry.filling.sharedFields(context)
      let isSame = fields.allSatisfy { field in
        let value =
          isCarried ? entry.filling.carriedValue(of: field, context) : entry.filling.sharedValue(of: field, context)
        return value == knows[form.fields[field].name]
      }
      return isSame ? room.press(.enter) : room.type("2")
    case .question: return try #require(Bool(false), "\(room.testDescription)")
    }
    note(name)
    guard let wanted = knows[name] else { return room.press(.down) }
    if entry.value(room.context) == wanted || entry.filling.suggestion(context)?.value == wanted {
      return room.press(.enter)
    }
    switch entry.editor {
    case .choices(let choices):
      let number = try #require(choices.entries.firstIndex { $0.code == wanted }, "\(room.testDescription)") + 1
      room.type("\(number)")
    case .text(let line): room.enter(String(wanted.dropFirst(wanted.hasPrefix(line.text) ? line.text.count : 0)))
    case .number: room.type(wanted)
    case .date:
      let offered = entry.filling.offeredDays(context).firstIndex { $0.iso == wanted }
      if let offered { room.enter("\(offered + 1)") } else { room.type(wanted.replacing("-", with: "")) }
    case .search:
      if let search = searches[name] { room.enter(search) } else { room.type(wanted) }
    }
  }
}
