import FormModel
import Foundation
import Standards

/// The search of all places, as each key of a query asks for it.
struct SearchBench {
  private let runs: Int

  init(runs: Int) { self.runs = runs }

  func run(_ table: inout Table) throws {
    Table.say("searching places")
    let form = try Form.load(from: .embedded)
    let clock = ContinuousClock()
    var index: SearchIndex?
    let built = try clock.measure { index = try form.lists.index("division") }
    guard let index else { throw BenchFailure("no places") }
    var numbers = SplitMix(state: 28)
    var times: [Double] = []
    for step in 0..<runs * 10 {
      guard let row = (0..<index.count).randomElement(using: &numbers) else { continue }
      // By name, by its syllables' letters, by code, and by letters that are no place's.
      let queries = [
        index[row].name, "huichengqu", index[row].code, String(index[row].path.joined().prefix(4)), "xianshi", "qzxv",
      ]
      for end in queries[step % queries.count].indices {
        let query = String(queries[step % queries.count][...end])
        times.append(clock.measure { _ = index.search(query, near: "441302", limit: 20) }.inSeconds)
      }
    }
    table.add("a key in the search of \(index.count) places", times.spread)
    table.add("the same, before the first key", built.inSeconds.seconds)
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
