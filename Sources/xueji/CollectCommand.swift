import ArgumentParser
import City
import Desk
import FormModel
import Glibc
import Records
import Standards
import Wording

/// Gathers the records of many kindergartens into one file, or one store.
struct CollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration("collect", CommandPhrase.collect, ManualPhrase.collect)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .saying(OptionPhrase.sources, "files")) var sources: [String]
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.collectedFile, "file")) var output: String
  @Option(help: .saying(OptionPhrase.format, "format")) var format = Format.text

  func run() throws {
    let wording = common.wording
    let forms = try common.library(isSimulated: false)
    let target = CollectTarget(output, forms)
    guard try target.takesRecords(wording) else { throw Output.refuse(wording.collectsIntoOwnStore(output), 64) }
    let base = SourceFiles(access(output, F_OK) == 0 && !target.isEmpty ? [target.path] : [])
    let given = SourceFiles(sources)
    guard !given.files.contains(where: { target.holds($0.path) }) else {
      throw Output.refuse(wording.collectsItself(output), 64)
    }
    Interruption.watch()
    var collection = RecordCollection(forms)
    var bar = ProgressBar(wording)
    var (done, isStopped) = (0, false)
    let bytes = base.bytes + given.bytes
    func goesOn(_ read: Int) -> Bool {
      done += read
      bar.show(done >> 20, of: bytes >> 20, unit: "MB")
      isStopped = isStopped || Interruption.hasCome
      return !isStopped
    }
    collection.gather(base, isBase: true, progress: goesOn)
    if !isStopped { collection.gather(given, progress: goesOn) }
    bar.end()
    // Nothing was written yet: what was there stands as it was.
    if isStopped { throw Output.refuse(wording.stoppedCollecting(output), 130) }
    guard !collection.isMixed else { throw Output.refuse(wording.collectsNoInvented, 65) }
    guard !collection.matters.contains(where: { $0.isIn(target) }) else {
      throw Output.refuse(wording.collectedIsDamaged(output), 65)
    }
    collection.findDoubles()
    if collection.isChanged {
      let written: Int
      do throws(StoreError) {
        written = try target.write(&collection, bar)
      } catch {
        throw Output.refuse(wording.message(error), [error].exitCode)
      }
      if Interruption.hasCome, written < collection.changes {
        let isFile = target.isLines
        throw Output.refuse(
          isFile
            ? wording.stoppedCollecting(output) : wording.stoppedCollecting(output, written, of: collection.changes),
          130)
      }
    }
    CollectReport(collection, wording).write(format)
    Output.complain(wording.collected(collection.count, output, isChanged: collection.isChanged))
    if collection.matters.contains(where: \.isRefusal) { throw ExitCode(65) }
    if !collection.matters.isEmpty { throw ExitCode(1) }
  }
}

extension RecordCollection.Matter {
  fileprivate var isRefusal: Bool {
    switch self {
    case .refused: true
    case .versions, .sameNumber, .sameChild: false
    }
  }

  fileprivate func isIn(_ target: CollectTarget) -> Bool {
    switch self {
    case .refused(let file, _): target.holds(file)
    case .versions, .sameNumber, .sameChild: false
    }
  }
}

/// What was gathered, for people and for programs.
struct CollectReport {
  private let collection: RecordCollection
  private let wording: Wording

  init(_ collection: RecordCollection, _ wording: Wording) { (self.collection, self.wording) = (collection, wording) }

  func write(_ format: CollectCommand.Format) {
    var output = Output()
    switch format {
    case .text:
      output.row("source", "new", "newer", "same", "older", "versions", "refused")
      for count in collection.counts {
        output.row(
          [count.source]
            + [count.new, count.newer, count.same, count.older, count.versions, count.refused].map { String($0) })
      }
      for matter in collection.matters { output.write(Output.plain(wording.message(matter)) + "\n") }
    case .json:
      let values = collection.counts.map(\.json) + collection.matters.map(\.json)
      for value in values { output.line(value) }
    }
    output.flush()
  }
}

extension RecordCollection.Count {
  fileprivate var json: JSONValue {
    .object([
      "kind": "source", "source": .string(source), "new": .int(new), "newer": .int(newer), "same": .int(same),
      "older": .int(older), "versions": .int(versions), "refused": .int(refused),
    ])
  }
}

extension RecordCollection.Matter {
  fileprivate var json: JSONValue {
    func both(_ kind: String, _ one: RecordPlace, _ other: RecordPlace) -> JSONValue {
      .object(["kind": .string(kind), "record": one.json, "other": other.json])
    }
    return switch self {
    case .refused(let file, let row): .object(["kind": "refused", "file": .string(file), "row": .int(row)])
    case .versions(let kept, let other): both("versions", kept, other)
    case .sameNumber(let one, let other): both("same-number", one, other)
    case .sameChild(let one, let other): both("same-child", one, other)
    }
  }
}

extension RecordPlace {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.text), "code": .string(code), "name": .string(name), "kindergarten": .string(kindergarten),
      "revision": .int(revision), "source": .string(source),
    ])
  }
}
