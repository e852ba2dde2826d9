import Records
import Terminal
import TestSupport

@testable import Desk

/// Somebody at the desk without a screen: lines in, lines out.
struct PlainSitting {
  var sitting: Sitting
  private var dialogue = PlainDialogue()
  /// What was typed, behind a sign, and what was said.
  private(set) var transcript: [String] = []
  /// What was said last.
  private(set) var said: [String] = []

  init(_ sitting: Sitting) {
    self.sitting = sitting
    self.sitting.desk.takesLines = true
    listen()
  }

  var record: Record? { sitting.record }
  var entry: FormEntry? { sitting.guided?.entry }

  mutating func type(_ lines: String...) {
    for line in lines {
      transcript.append("› \(line)")
      hear(.paste(line))
    }
  }

  /// The end of the input, until the desk has ended the program.
  mutating func end() {
    transcript.append("› (end)")
    var times = 0
    while !sitting.hasLeft, times < 10 {
      hear(.lost)
      times += 1
    }
  }

  private mutating func hear(_ event: Event) {
    for heard in dialogue.hear(event, at: sitting.desk, sitting.context) { sitting.send(heard) }
    listen()
  }

  private mutating func listen() {
    guard !sitting.hasLeft, let said = dialogue.say(sitting.desk, sitting.context) else { return }
    self.said = said.lines
    transcript += said.lines + said.complaints.map { "(error output) \($0)" }
  }

  /// Answers item after item, whatever the order, until something else is asked.
  mutating func fill(_ answers: [String: String], until last: String? = nil) {
    var seen: Set<String> = []
    while let item = sitting.item, !item.isEmpty, item != last, transcript.count < 2_000 {
      // What is asked in an item's place has no name of its own: the first choice.
      let isItem = entry?.filling.asking == .item
      let isNew = isItem && seen.insert(item).inserted
      type(isNew ? answers[item] ?? "" : "1")
    }
  }

  /// A boy of Huicheng.
  static let boy: [String: String] = [
    "name": "潘小明", "id_number": Sitting.boy, "nationality": "中国", "ethnic_group": "汉族",
    "birthplace": "441302000000", "native_place": "广东惠州", "hukou_type": "1", "address": "示范路8号3栋",
    "hukou_place": "441302000000", "attendance": "1", "entry_date": "20250901", "only_child": "1", "left_behind": "1",
    "migrant_worker_child": "2", "health": "1", "disabled": "2", "orphan": "2", "guardian_name": "潘大明",
    "guardian_id_number": Sitting.mother,
  ]
}
