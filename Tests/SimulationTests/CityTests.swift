import FormModel
import Records
import Simulation
import Standards
import Testing

/// A city of invented children: the same for the same seed, as real records are, and of nobody.
@Suite struct CityTests {
  private static let forms = Result { try FormLibrary(from: .embedded.simulated) }
  /// 2026-11-20, 18:00 in China.
  private static let now = Timestamp(milliseconds: 1_795_168_800_000, offset: 480)

  private let forms: FormLibrary
  private var form: Form { forms.form }
  private let setting: CheckSetting

  init() throws {
    forms = try Self.forms.get()
    setting = CheckSetting(today: Self.now.date)
  }

  /// Made once for all tests.
  private static let city = Result { try parts(240, of: forms.get().form) }

  private static func parts(
    _ children: Int, of form: Form, seed: UInt64 = 7, errors: Double = 0.3
  ) throws -> [City.Part] {
    let model = try #require(CityModel(form: form))
    var city = City(model, children: children, kindergartens: 6, seed: seed, errors: errors, now: now)
    var parts: [City.Part] = []
    city.visit { part in
      parts.append(part)
      return true
    }
    return parts
  }

  @Test func `the same seed makes the same city, and another seed another`() throws {
    let one = try Self.parts(36, of: form)
    let (same, other) = (try Self.parts(36, of: form), try Self.parts(36, of: form, seed: 8))
    #expect(one.map(\.records) == same.map(\.records))
    #expect(one.map(\.labels) == same.map(\.labels))
    #expect(zip(one, other).allSatisfy { $0.records != $1.records })
    #expect(one.map(\.records.count).reduce(0, +) == 36)
  }

  @Test func `what is wrong is what the labels say, and nothing else`() throws {
    let parts = try Self.city.get()
    let labels = parts.flatMap(\.labels)
    var seen: [String: RecordID] = [:]
    var found: [RecordID: Set<String>] = [:]
    for part in parts {
      let setting = CheckSetting(today: setting.today, kindergarten: part.kindergarten.division)
      for record in part.records {
        for finding in record.openFindings(form: form, setting: setting) where finding.severity != .missing {
          found[record.id, default: []].insert(finding.rule.code)
        }
        guard record.status != .withdrawn, let number = record.value(.childNumber, form) else { continue }
        if let other = seen.updateValue(record.id, forKey: number) {
          found[record.id, default: []].insert("duplicate-in-file")
          #expect(labels.first { $0.id == record.id }?.other == other)
        }
      }
    }
    #expect(found == Dictionary(uniqueKeysWithValues: labels.map { ($0.id, Set($0.rules)) }))
    // Every kind of mistake occurs among so many.
    #expect(Set(labels.map(\.mistake)).count == 8)
  }

  @Test func `no number is one that a register gives out`() throws {
    let tables = try FormLibrary(from: .embedded).form.tables
    for record in try Self.city.get().flatMap(\.records) {
      for (field, definition) in form.fields.enumerated() {
        guard case .documentNumber = definition.kind, let value = record.answers[field]?.value else { continue }
        let reading = CitizenNumber.read(value, on: setting.today, knowsArea: tables.knows(area:))
        if value.hasPrefix("SIM") {
          // No passport has so many characters.
          #expect(value.utf8.count == 10)
        } else {
          #expect(value.hasPrefix("79") && reading.areaUnknown, "\(value)")
        }
      }
    }
  }

  @Test func `only a simulated folder of forms knows the province`() throws {
    let plain = try FormLibrary(from: .embedded).form
    #expect(!plain.tables.knows(area: "790101"))
    #expect(form.tables.knows(area: "790101") && form.tables.knows(area: "441302"))
    #expect(plain.lists.list("region").index(of: "790101000000") == nil)
    #expect(form.lists.list("region").index(of: "790101000000") != nil)
    #expect(try form.lists.index("division").search("yanshi").first != nil)
  }

  @Test func `a record is as long as one that was filled in by hand, and reads back as it was`() throws {
    var (bytes, records) = (0, 0)
    var statuses: Set<Status> = []
    var sources: Set<Source> = []
    for part in try Self.parts(150, of: form, errors: 0) {
      for var record in part.records {
        record.origin = Origin(part.kindergarten.settings)
        let line = record.json(form: form).serialized(pretty: false)
        #expect(try Record(line, form: form) == record)
        (bytes, records) = (bytes + line.count, records + 1)
        statuses.insert(record.status)
        sources.formUnion(record.answers.compactMap { $0?.source })
        #expect(record.revision == record.history.count)
      }
    }
    #expect((10_000...15_000).contains(bytes / records), "\(bytes / records) bytes")
    #expect(statuses == Set(Status.allCases))
    #expect(sources == [.told, .derived, .accepted, .copied])
  }
}
