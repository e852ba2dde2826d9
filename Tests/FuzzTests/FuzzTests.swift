import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Promise 8, by trying: readers of untrusted bytes get inputs made of good ones, the same in every run.
@Suite struct FuzzTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("FuzzTargets/Corpus")

  /// How many inputs take about a second on the slowest machine that the tests run on.
  private static func inputs(_ target: FuzzTarget) -> Int {
    switch target {
    case .date, .number, .keys: 6_000
    case .json, .csv, .journal: 4_000
    case .gb18030: 3_000
    case .tar: 2_000
    case .tsv, .record, .form, .workbook: 800
    case .search: 150
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `no input makes a reader crash or break its promise`(target: FuzzTarget) throws {
    let folder = Self.corpus.appendingPathComponent(target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let seeds = try names.map { [UInt8](try Data(contentsOf: folder.appendingPathComponent($0))) }
    #expect(!seeds.isEmpty)
    for (name, seed) in zip(names, seeds) {
      #expect(throws: Never.self, "\(target) \(name)") { try target.run(seed) }
    }
    let mutator = Mutator(seeds: seeds)
    var generator = Steps(state: 20_150_128)
    let count = Self.inputs(target)
    for number in 0..<count {
      let input = mutator.input(using: &generator)
      do {
        try target.run(input)
      } catch {
        Issue.record(
          "\(target) input \(number): \(error) \(String(decoding: input.prefix(300), as: UTF8.self).debugDescription)")
      }
    }
    print("inputs tried on \(target.rawValue): \(seeds.count) kept, \(count) made of them; crashes 0")
  }
}
