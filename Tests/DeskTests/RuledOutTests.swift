import FormModel
import Records
import Terminal
import Testing

@testable import Desk
@testable import Filling

/// What was chosen in a question is not contradicted by what an item offers.
@Suite struct RuledOutTests {
  /// A choice of a question, as far as its digits lead.
  private static let ways: [(digits: String, nationality: [String])] = [
    ("1", ["CHN"]), ("21", ["HKG"]), ("22", ["MAC"]), ("23", ["TWN"]), ("3", []), ("4", ["CHN"]),
  ]

  /// Whether the screen offers it for Enter.
  private func offersChina(_ sitting: Sitting) -> Bool {
    let suggestion = sitting.guided?.entry.filling.suggestion(sitting.context.filling)
    let offer = suggestion.flatMap { sitting.guided?.entry.suggestionText($0, sitting.context) }
    return suggestion?.value == "CHN" && offer.map { sitting.shows($0) } == true
  }

  @Test func `whoever says another country is offered neither China nor its document, and may take none by Enter`()
    throws
  {
    var sitting = try Scene.household.play()
    sitting.type("3")
    #expect(sitting.item == "nationality" && sitting.guided?.entry.filling.suggestion(sitting.context.filling) == nil)
    #expect(!offersChina(sitting), "\(sitting)")
    sitting.press(.enter)
    #expect(sitting.value("nationality") == nil)
    // Put up again from a journal's place, it remembers.
    let entry = try #require(sitting.guided?.entry)
    var fresh = entry
    fresh.go(to: entry.field, sitting.context)
    let again = try #require(
      FormEntry(at: .object(fresh.filling.place(sitting.context.form)), entry.held, sitting.context))
    #expect(again.filling.suggestion(sitting.context.filling) == nil)
    // The document, whose country was put off.
    sitting.press(.function(6))
    sitting.enter("8")
    #expect(sitting.item == "nationality" && !offersChina(sitting), "\(sitting)")
    sitting.press(.function(2))
    sitting.type("2")
    sitting.enter()
    #expect(
      sitting.item == "id_type" && sitting.guided?.entry.filling.suggestion(sitting.context.filling)?.value != "1")
    // Opened again later, only the answers tell.
    let record = try #require(sitting.record)
    let held = try #require(HeldRecord(record, holder: WorkDesk.staff))
    var later = FormFilling(held, sitting.context.filling)
    later.go(to: try #require(sitting.context.form.index(of: "id_type")), sitting.context.filling)
    #expect(later.suggestion(sitting.context.filling)?.value != "1")
  }

  @Test func `whoever comes by the item's number and was asked nothing is offered what is usual`() throws {
    var sitting = try Scene.household.play()
    sitting.press(.function(6))
    sitting.enter("8")
    #expect(sitting.item == "nationality" && offersChina(sitting), "\(sitting)")
    sitting.press(.enter)
    #expect(sitting.value("nationality") == "CHN")
  }

  @Test func `whoever chooses again is offered what the new choice says`() throws {
    var sitting = try Scene.household.play()
    sitting.type("3")
    sitting.press(.up)
    sitting.type("1")
    sitting.press(.function(6))
    sitting.enter("8")
    #expect(sitting.value("nationality") == "CHN")
  }

  /// Every choice, and every set of its items that are emptied afterwards: what they then offer is what was chosen.
  @Test(arguments: ways.indices) func `no emptied item offers what contradicts the choice`(place: Int) throws {
    let way = Self.ways[place]
    let form = try Sitting.form.get()
    let fields = try ["nationality", "id_type", "overseas_status"].map { try #require(form.index(of: $0)) }
    var sitting = try Scene.household.play()
    sitting.type(way.digits)
    let context = sitting.context.filling
    let chosen = try #require(sitting.guided?.entry.filling)
    var offers = 0
    for emptied in 1..<8 {
      var filling = chosen
      for (bit, field) in fields.enumerated() where emptied & (1 << bit) != 0 {
        filling.make(.clear(field: field), context)
      }
      for field in fields where filling.record.answers[field] == nil {
        guard let offer = filling.usual(field, context) else { continue }
        offers += 1
        #expect(offer == chosen.record.answers[field]?.value, "\(way) \(form.fields[field].name)")
      }
    }
    #expect(way.nationality == ["CHN"] ? offers > 0 : offers == 0)
  }

  @Test func `what a choice rules out is of the item's own list`() throws {
    let form = try Sitting.form.get()
    let ruledOut = form.questions.flatMap(\.choices).flatMap(\.ruledOut)
    #expect(ruledOut.count == 15)
    #expect(ruledOut.allSatisfy { form.list(of: $0.field)?.choice($0.value) != nil })
  }
}
