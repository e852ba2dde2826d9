import Foundation
import Standards

/// A form of six items in a folder of its own, which a test may break.
struct OwnForm {
  var files = [
    "club-6.json": form,
    "lists/club.tsv": "code\ttext\tlabel\tenglish\taccepted\nC\t象棋\t\tchess\t中国象棋|棋\nW\t围棋\t围棋（weiqi）\tgo\t\n",
    "lists/yesno.tsv": "code\ttext\n1\t是\n0\t否\n",
  ]

  /// The form's file with one text in the place of another; nil where it is not exactly once there.
  func replacing(_ old: String, by new: String, in file: String = "club-6.json") -> OwnForm? {
    guard let text = files[file], text.components(separatedBy: old).count == 2 else { return nil }
    var changed = self
    changed.files[file] = text.replacingOccurrences(of: old, with: new)
    return changed
  }

  /// Runs `body` with a folder that holds the files, and is gone afterwards.
  func withFolder<Result>(_ body: (FormFolder) throws -> Result) throws -> Result {
    let path = NSTemporaryDirectory() + "xueji-form-\(UUID().uuidString)"
    for folder in ["lists", "sheets"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)")) }
    return try body(FormFolder(directory: path))
  }

  private static let form = """
    {
      "format": "xueji-form/1", "name": "club-6", "version": 3, "title": { "zh": "棋社报名", "en": "Chess club" },
      "sections": [
        { "name": "who", "label": { "zh": "孩子", "en": "Child" }, "fields": ["pupil", "born", "document", "number"] },
        { "name": "what", "label": { "zh": "棋", "en": "Game" }, "fields": ["plays", "game"] }
      ],
      "fields": [
        { "name": "pupil", "heading": "学生", "type": "person_name", "max_bytes": 30, "max_hanzi": 10, "required": true,
          \(words) },
        { "name": "born", "heading": "生日", "type": "date", "calculate": { "from": "number", "part": "birth_date" },
          \(words) },
        { "name": "document", "heading": "证件", "type": "select", "choices": "id-child", "default": "1", \(words) },
        { "name": "number", "heading": "号码", "type": "document_number", "document_type": "document", "max_characters": 18,
          \(words) },
        { "name": "plays", "heading": "会下棋", "type": "select", "choices": "yesno", "required": true, \(words) },
        { "name": "game", "heading": "哪种棋", "headings": ["棋种"], "type": "select", "choices": "club", "required": true,
          "relevant": { "field": "plays", "is": "1" }, \(words) }
      ],
      "rules": [
        { "name": "too-young", "severity": "warning", "fields": ["born", "game"],
          "when": { "all": [ { "field": "game", "in": ["W"] },
            { "not": { "field": "born", "after": "today" } }, { "field": "pupil", "characters_under": 3 } ] },
          "message": { "zh": "围棋从三个字的名字起，对吗？", "en": "Go begins with names of three characters. Right?" } }
      ]
    }
    """

  private static let words = """
    "label": { "zh": "问", "en": "Question" }, "hint": { "zh": "答", "en": "Answer" },
          "paper": { "zh": "纸", "en": "Paper" }, "why": { "zh": "因", "en": "Reason" }
    """
}
