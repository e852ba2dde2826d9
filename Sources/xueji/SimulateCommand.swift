import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Simulation
import Standards
import Wording

/// Makes a city of invented children.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration("simulate", CommandPhrase.simulate, ManualPhrase.simulate)

  @OptionGroup var common: CommonOptions
  @OptionGroup var date: DateOptions
  @Option(help: .saying(OptionPhrase.childrenCount, "count")) var children: Int
  @Option(help: .saying(OptionPhrase.seed, "count")) var seed: UInt64 = 1
  @Option(help: .saying(OptionPhrase.errorShare, "count")) var errors = 0.0
  @Option(help: .saying(OptionPhrase.kindergartenCount, "count")) var kindergartens: Int?
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.cityFile, "file")) var output: String

  func run() throws {
    let wording = common.wording
    guard (1...City.mostChildren).contains(children) else {
      throw Output.refuse(wording.badCount("--children", 1, City.mostChildren), 64)
    }
    guard (0...1).contains(errors) else { throw Output.refuse(wording.badShare("--errors"), 64) }
    if let kindergartens, !(1...children).contains(kindergartens) {
      throw Output.refuse(wording.badCount("--kindergartens", 1, children), 64)
    }
    let forms = try common.library(isSimulated: true)
    guard let model = CityModel(form: forms.form) else {
      throw Output.refuse(wording.noSimulation(forms.form.name), 78)
    }
    var city = City(
      model, children: children, kindergartens: kindergartens, seed: seed, errors: errors,
      now: SimulationRun.moment(date.today))
    Interruption.watch()
    var run = SimulationRun(output, forms, wording)
    let isWhole: Bool
    do throws(StoreError) {
      isWhole = try run.make(&city)
    } catch {
      throw Output.refuse(
        error.code == .exists ? wording.existsAlready(error.path) : wording.message(error), [error].exitCode)
    }
    for sentence in run.sentences(of: city, isWhole: isWhole) { Output.complain(sentence) }
    if !isWhole { throw ExitCode(130) }
  }
}

/// Opens the desk on a few invented children.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration("demo", CommandPhrase.demo, ManualPhrase.demo)

  @OptionGroup var common: CommonOptions
  @Option(help: .saying(OptionPhrase.demoStore, "dir")) var store: String?

  private static let children = 60
  private static let pin = "258046"

  func run() throws {
    let wording = common.wording
    let path = store ?? StoreOptions.path(nil) + "-demo"
    let forms = try common.library(isSimulated: true)
    let records = RecordStore(path: path, forms: forms)
    guard let model = CityModel(form: forms.form) else {
      throw Output.refuse(wording.noSimulation(forms.form.name), 78)
    }
    if records.exists {
      guard RecordStore.isSimulated(at: path) else { throw Output.refuse(wording.notSimulated(path), 64) }
    } else {
      let now = SimulationRun.moment(SystemClock.now.date)
      var city = City(model, children: Self.children, kindergartens: 1, seed: 1, errors: 0.1, now: now)
      var run = SimulationRun(path, forms, wording)
      run.hasLabels = false
      do throws(StoreError) {
        _ = try run.make(&city)
        for (name, kind) in [(model.staff, Account.Kind.staff), (model.teachers[0], .teacher)] {
          let change = AccountChange.add(name: name, kind, classes: city.classes, pin: Self.pin)
          _ = try records.make(
            change, Stamp(at: SystemClock.now, by: Person(role: .staff, name: model.staff)),
            for: .staff(name: model.staff))
        }
      } catch {
        throw Output.refuse(wording.message(error), [error].exitCode)
      }
    }
    Output.complain(wording.demonstrates(path, model.staff, model.teachers[0], Self.pin))
    var launch = Launch()
    (launch.lang, launch.forms, launch.form, launch.store) = (common.lang, common.forms, common.formName, path)
    launch.isPlain = Launch.isPlainHere
    try Session.run(launch)
  }
}

/// Writes a city down: into one file, or into a store of each kindergarten.
struct SimulationRun {
  private let path: String
  private let forms: FormLibrary
  private let wording: Wording
  /// Whether what is wrong on purpose is listed in a file beside.
  var hasLabels = true
  private var kindergartens = 0
  private var records = 0
  private var labels = 0

  init(_ path: String, _ forms: FormLibrary, _ wording: Wording) {
    (self.path, self.forms, self.wording) = (path, forms, wording)
  }

  /// The end of a day, in China: a city is the same wherever it is made.
  static func moment(_ day: CalendarDate) -> Timestamp {
    Timestamp(milliseconds: (day.dayNumber * 24 + 10) * 3_600_000, offset: 480)
  }

  private var isFile: Bool { path.lowercased().hasSuffix(LinesFile.ending) }

  private var labelPath: String {
    (isFile ? String(path.dropLast(LinesFile.ending.utf8.count)) : path) + ".errors" + LinesFile.ending
  }

  /// Makes the city; false where somebody stopped it.
  mutating func make(_ city: inout City) throws(StoreError) -> Bool {
    let labelFile = hasLabels && city.hasMistakes ? try LinesFile(labelPath) : nil
    do throws(StoreError) {
      let isWhole = try isFile ? makeFile(&city, labelFile) : makeStores(&city, labelFile)
      // What stands of a city that was stopped has its list too.
      if isWhole || kindergartens > 0 { try labelFile?.publish() } else { labelFile?.discard() }
      return isWhole
    } catch {
      labelFile?.discard()
      throw error
    }
  }

  private mutating func makeFile(_ city: inout City, _ labelFile: LinesFile?) throws(StoreError) -> Bool {
    let (file, form) = (try LinesFile(path), forms.form)
    do throws(StoreError) {
      let isWhole = try visit(&city, labelFile) { part, _ throws(StoreError) in
        for line in part.lines(form) { try file.write(line: line) }
      }
      guard isWhole else {
        (kindergartens, records, labels) = (0, 0, 0)
        file.discard()
        return false
      }
      try file.publish()
      return true
    } catch {
      file.discard()
      throw error
    }
  }

  private mutating func makeStores(_ city: inout City, _ labelFile: LinesFile?) throws(StoreError) -> Bool {
    let (path, forms) = (path, forms)
    guard !RecordStore(path: path, forms: forms).exists else { throw StoreError(.exists, path: path) }
    let isOne = city.kindergartens == 1
    let width = String(city.kindergartens).utf8.count
    return try visit(&city, labelFile) { part, day throws(StoreError) in
      let number = String(part.kindergarten.number + 1)
      let name = String(repeating: "0", count: width - number.utf8.count) + number
      let store = RecordStore(path: isOne ? path : "\(path)/\(name)", forms: forms)
      // The mark first: no record of an invented child stands in a store that could send it out.
      try store.save(part.kindergarten.settings, since: Settings())
      try store.create(part.records, on: day)
    }
  }

  private mutating func visit(
    _ city: inout City, _ labelFile: LinesFile?,
    _ write: (City.Part, CalendarDate) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    var bar = ProgressBar(wording)
    defer { bar.end() }
    let (children, day) = (city.children, city.day)
    var isWhole = true
    var failure: StoreError?
    var (kindergartens, records, labels) = (0, 0, 0)
    city.visit { part in
      if Interruption.hasCome {
        isWhole = false
        return false
      }
      do throws(StoreError) {
        try write(part, day)
        for label in part.labels { try labelFile?.write(label.json) }
      } catch {
        failure = error
        return false
      }
      kindergartens += 1
      records += part.records.count
      labels += part.labels.count
      bar.show(records, of: children)
      return true
    }
    (self.kindergartens, self.records, self.labels) = (kindergartens, records, labels)
    if let failure { throw failure }
    return isWhole
  }

  /// What there is to say in the end.
  func sentences(of city: City, isWhole: Bool) -> [String] {
    guard isWhole else {
      return [kindergartens == 0 ? wording.stoppedEmpty : wording.stopped(kindergartens, of: city.kindergartens, path)]
    }
    return [wording.simulated(records, kindergartens, path)]
      + (city.hasMistakes ? [wording.labelled(labels, labelPath)] : [])
  }
}

extension City.Part {
  /// The records as lines of JSON, each with where it is from.
  fileprivate func lines(_ form: Form) -> [[UInt8]] {
    let origin = Origin(kindergarten.settings)
    return ConcurrentMap.map(records) { record in
      var record = record
      record.origin = origin
      return record.json(form: form).serialized(pretty: false)
    }
  }
}
