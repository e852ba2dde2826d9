import FormModel
import Foundation
import Records
import Simulation
import Standards
import Testing

/// Records to read, as lines.
enum Lines {
  /// 2026-11-20, 18:00 in China.
  static let now = Timestamp(milliseconds: 1_795_168_800_000, offset: 480)
  static let forms = Result { try FormLibrary(from: .embedded.simulated) }
  static let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"

  /// Made once for all tests.
  static let city = Result { try records(150) }

  /// The same, each as a line of a file, and as what a JSON reader makes of it.
  static let lines = Result { try city.get().map { record in try line(record) + [0x0A] } }
  static let parsed = Result { try lines.get().map { try JSONValue.parse($0) } }

  /// The records of invented children, with where they are from.
  private static func records(_ count: Int, seed: UInt64 = 3, errors: Double = 0.2) throws -> [Record] {
    let model = try #require(CityModel(form: forms.get().form))
    var city = City(model, children: count, kindergartens: 4, seed: seed, errors: errors, now: now)
    var records: [Record] = []
    city.visit { part in
      records += part.records.map { record in
        var record = record
        record.origin = Origin(part.kindergarten.settings)
        return record
      }
      return true
    }
    return records
  }

  static func line(_ record: Record) throws -> [UInt8] {
    record.json(form: try forms.get().form).serialized(pretty: false)
  }
}
