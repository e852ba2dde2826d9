import ArgumentParser
import Desk
import FormModel
import Records
import Sheets

/// A table of children as a command reads it: the rows below the headings, and what each column holds.
struct RosterFile {
  let headings: RosterHeadings
  let mapping: RosterMapping
  let headingRow: SheetRow
  let rows: [SheetRow]

  /// More rows are no roster; a kindergarten has a thousand children.
  private static let mostRows = 100_000

  /// Reads a whole file, or ends the command with one sentence: 65 where it cannot be read, 64 where `changes` name
  /// what is not there, 78 where the table of headings is wrong.
  init(
    _ path: String, for purpose: RosterMapping.Purpose, changes: [String], _ form: Form, _ wording: Wording
  ) throws {
    headings = try Self.headings(form, wording)
    var said: [RosterChange] = []
    for text in changes {
      do throws(RosterChange.Problem) {
        said.append(try RosterChange(text, headings: headings))
      } catch {
        throw Output.refuse(wording.message(error, text), 64)
      }
    }
    let all = try Self.rows(path, wording)
    guard let mapping = RosterMapping(all, for: purpose, headings: headings, changes: said) else {
      throw Output.refuse(wording.noHeadings(purpose), 65)
    }
    for change in said where !mapping.columns.contains(where: { change.means($0.index, heading: $0.heading) }) {
      throw Output.refuse(wording.noSuchColumn(change.column), 64)
    }
    self.mapping = mapping
    headingRow = all[mapping.headingRow]
    rows = Array(all[(mapping.headingRow + 1)...])
  }

  private static func headings(_ form: Form, _ wording: Wording) throws -> RosterHeadings {
    do throws(FormProblem) {
      return try RosterHeadings(form: form)
    } catch {
      throw Output.refuse(wording.message(error), 78)
    }
  }

  private static func rows(_ path: String, _ wording: Wording) throws -> [SheetRow] {
    var rows: [SheetRow] = []
    do throws(SheetProblem) {
      let reader = try SheetReader(path: path)
      while let row = try reader.next() {
        rows.append(row)
        if rows.count > mostRows { throw SheetProblem.bomb }
      }
    } catch {
      throw Output.refuse(wording.message(error), 65)
    }
    guard !rows.isEmpty else { throw Output.refuse(wording.message(SheetProblem.empty), 65) }
    return rows
  }
}
