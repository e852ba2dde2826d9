import Desk
import FormModel
import Records
import Sentences
import Standards
import StoreSupport
import Terminal
import Testing
import Wording

@testable import Commands

/// One value for many, and what repeats from form to form, through the loop and a store.
@Suite(.onOwnThreads) struct GivingSessionTests {
  private static let form = Result { try Form.load(from: .embedded) }
  private static let teacher = Authority.teacher(name: "李老师", classes: ["小一班"])
  private let form: Form
  private let store: MemoryStore

  init() throws {
    form = try Self.form.get()
    store = MemoryStore(form: form, settings: Sitdown.kindergarten)
    let setting = CheckSetting(today: Sitdown.morning.date)
    for (number, name) in ["甲", "乙", "丙"].enumerated() {
      var held = HeldRecord(
        beginning: Sitdown.identity(UInt64(number + 1)), holder: Self.teacher, form: form, at: Sitdown.morning)
      for (item, value) in [("name", "潘小" + name), ("nationality", "CHN"), ("id_type", "1")] {
        held.make(
          .answer(value, field: form.index(of: item) ?? 0, source: .told), at: Sitdown.morning, form: form,
          setting: setting)
      }
      held.make(.setContact(Contact(className: "小一班")), at: Sitdown.morning, form: form, setting: setting)
      try store.save(held.record, replacing: nil, on: Sitdown.morning.date)
    }
  }

  private var entries: [String?] {
    store.all.map { record in form.index(of: "entry_date").flatMap { record.answers[$0]?.value } }
  }

  /// From the list to the value, which is full as soon as its last digit is typed.
  private var toPreview: [Sitdown.Step] {
    [.type("t"), .key(.enter)] + Array(repeating: .key(.down), count: 9) + [.key(.enter), .type("20250901")]
  }

  @Test func `it is on the disk for each child, and is taken back there`() {
    let saves = store.saves
    var sitdown = Sitdown(.completion(Self.teacher), at: store)
    sitdown.steps =
      toPreview + [
        .expect { $0.contains("潘小甲") && $0.contains("潘小丙") }, .act { #expect(entries == [nil, nil, nil]) },
        .key(.enter),
        .act { #expect(entries == ["2025-09-01", "2025-09-01", "2025-09-01"] && store.saves == saves + 3) },
        .type("z"), .act { #expect(entries == [nil, nil, nil] && store.saves == saves + 6) },
        // Done once more, it can be taken back after the page was left.
        .key(.enter),
      ] + toPreview.dropFirst() + [
        .key(.enter), .key(.enter), .key(.function(10)), .type("t"), .expect { $0.contains("3 个孩子") },
        .type("z"), .act { #expect(entries == [nil, nil, nil] && store.saves == saves + 12) },
      ]
    #expect(sitdown.run())
  }

  @Test func `a disk that refuses is said, and nothing counts as done`() {
    var sitdown = Sitdown(.completion(Self.teacher), at: store)
    sitdown.steps =
      toPreview + [
        .act { [store] in store.fail(.records, with: StoreError(.full, path: "records", number: 28)) }, .key(.enter),
        .expect { $0.contains("✗") && $0.contains("满") }, .act { [store] in store.fail(.records, with: nil) },
        .act { #expect(entries == [nil, nil, nil]) }, .type("z"), .act { #expect(entries == [nil, nil, nil]) },
      ]
    #expect(sitdown.run())
  }

  @Test func `the next form of the same teacher offers what repeats, and another's does not`() {
    for (holder, isOffered) in [(Self.teacher, true), (.teacher(name: "张老师", classes: ["小一班"]), false)] {
      var sitdown = Sitdown(.completion(holder), at: store)
      sitdown.steps = [
        .type("n潘小丁"), .key(.enter), .expect { $0.contains(words(of: SheetPhrase.carriedTitle)) == isOffered },
        .key(.enter), .saved,
      ]
      #expect(sitdown.run())
    }
    #expect(store.all.count == 5 && store.all.count { $0.contact.className == "小一班" } == 4)
  }
}
