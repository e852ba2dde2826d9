import ArgumentParser
import Desk
import FormModel
import Records
import Sheets
import Wording

/// The tables of children in a file as a command reads it.
struct RosterFile {
  /// What somebody says of how the file is to be read.
  struct Options {
    /// What columns hold, as it was typed.
    var changes: [String] = []
    /// The sheets to read, by their names; all that have headings where there are none.
    var sheets: [String] = []
    var takesHidden = false
    /// The kindergarten's classes, which a sheet may be called after.
    var classes: [String] = []
  }

  let headings: RosterHeadings
  let sheets: [RosterSheet]
  let unread: [(name: String, why: RosterSheet.Unread)]

  /// More rows are no roster; a kindergarten has a thousand children.
  static let mostRows = 100_000

  /// Why a file is not read, in a sentence; and the exit code of a command: 65 where it cannot be read, 64 where the
  /// options name what is not there, 78 where a table of words is wrong.
  struct Refusal: Error {
    var sentence: String
    var code: Int32

    init(_ sentence: String, _ code: Int32) {
      (self.sentence, self.code) = (sentence, code)
    }
  }

  /// Reads a whole file, or ends the command with one sentence.
  init(
    _ path: String, for purpose: RosterMapping.Purpose, _ options: Options, _ form: Form, _ wording: Wording
  ) throws {
    do throws(Refusal) {
      try self.init(reading: path, for: purpose, options, form, wording)
    } catch {
      throw Output.refuse(error.sentence, error.code)
    }
  }

  /// Reads a whole file.
  init(
    reading path: String, for purpose: RosterMapping.Purpose, _ options: Options, _ form: Form, _ wording: Wording
  ) throws(Refusal) {
    headings = try Self.headings(form, wording)
    var said: [RosterChange] = []
    for text in options.changes {
      do throws(RosterChange.Problem) {
        said.append(try RosterChange(text, headings: headings))
      } catch {
        throw Refusal(wording.message(error, text), 64)
      }
    }
    let found: (tables: [SheetTable], hidden: [String])
    do throws(SheetProblem) {
      found = try SheetReader.tables(path: path, mostRows: Self.mostRows)
    } catch {
      throw Refusal(wording.message(error), 65)
    }
    for name in options.sheets where !found.tables.contains(where: { $0.name == name }) {
      throw Refusal(wording.noSuchSheet(name, found.tables.compactMap(\.name)), 64)
    }
    var sheets: [RosterSheet] = []
    var unread: [(name: String, why: RosterSheet.Unread)] = []
    for table in found.tables {
      let name = table.name ?? ""
      guard options.sheets.isEmpty || options.sheets.contains(name) else {
        unread.append((name, .notNamed))
        continue
      }
      guard
        let sheet = RosterSheet(
          table, for: purpose, headings: headings, changes: said, takesHidden: options.takesHidden,
          classes: options.classes)
      else {
        unread.append((name, .noHeadings))
        continue
      }
      sheets.append(sheet)
    }
    guard !sheets.isEmpty else { throw Refusal(wording.noHeadings(purpose), 65) }
    for change in said
    where !sheets.contains(where: { $0.mapping.columns.contains { change.means($0.index, heading: $0.heading) } }) {
      throw Refusal(wording.noSuchColumn(change.column), 64)
    }
    self.sheets = sheets
    self.unread = unread + found.hidden.map { ($0, .hidden) }
  }

  private static func headings(_ form: Form, _ wording: Wording) throws(Refusal) -> RosterHeadings {
    do throws(FormProblem) {
      return try RosterHeadings(form: form)
    } catch {
      throw Refusal(wording.message(error), 78)
    }
  }
}
