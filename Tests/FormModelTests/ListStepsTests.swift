import Standards
import TestSupport
import Testing

@testable import FormModel

/// A list that is gone through rather than typed for.
@Suite struct ListStepsTests {
  private let lists = ChoiceLists(folder: .embedded)

  @Test func `every place that is offered lies at the end of one way of steps`() {
    var found: [Int] = []
    func walk(_ path: [String]) {
      for step in lists.steps("region", below: path) {
        switch step {
        case .group(let name): walk(path + [name])
        case .choice(let index): found.append(index)
        }
      }
    }
    walk([])
    #expect(found.sorted() == lists.all("region", near: nil).sorted())
    #expect(Set(found).count == found.count)
    #expect(lists.steps("region", below: []).count <= 40)
  }

  @Test func `the first steps are the provinces, and a list of one step is all there at once`() {
    #expect(lists.steps("region", below: []).first == .group("北京市"))
    #expect(lists.steps("region", below: ["广东省"]).contains(.group("惠州市")))
    #expect(lists.steps("blood", below: []) == lists.list("blood").choices.indices.map { .choice($0) })
  }

  @Test func `all of a list begins with what is near`() {
    let choices = lists.list("region").choices
    let all = lists.all("region", near: "441302").map { choices[$0].code }
    #expect(all.first == "441302000000")
    #expect(all.prefix(5).allSatisfy { $0.hasPrefix("4413") })
    #expect(Set(all) == Set(lists.all("region", near: nil).map { choices[$0].code }))
  }

  /// What a hint names as an example is typed by somebody who believes it.
  @Test func `the example of a place finds it where it is near`() throws {
    let choices = lists.list("region").choices
    let sample = choices.indices.filter { $0.isMultiple(of: 7) }
    let examples = sample.compactMap { place in lists.example("region", of: choices[place].code).map { (place, $0) } }
    for (place, example) in examples {
      let near = String(choices[place].code.prefix(6))
      #expect(
        lists.search("region", example, near: near, limit: 3).contains(.choice(place)),
        "\(choices[place].label.chinese) \(near) \(example)")
    }
    #expect(examples.count > sample.count * 8 / 10)
    #expect(lists.example("region", of: "441302000000") == "hcq")
    #expect(lists.example("region", of: "999999000000") == nil)
  }
}
