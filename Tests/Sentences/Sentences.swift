import FormModel
import Wording

/// The longest part of a phrase without a gap or a mark, as a Chinese screen shows it in one line.
///
/// A test that says which phrase it waits for need not change with the phrase; golden files hold the sentences.
public func words(of phrase: some Phrase) -> String { words(of: phrase.text.chinese) }

/// The longest part of a sentence, likewise.
public func words(of sentence: String) -> String {
  let parts = sentence.replacing("{}", with: "，").split { " ，。、；：！？（）“”".contains($0) }
  return String(parts.max { $0.count < $1.count } ?? "")
}

/// What the built-in form asks for an item.
public func label(of field: String) -> String {
  form.flatMap { form in form.index(of: field).map { form.fields[$0].label.chinese } } ?? "no item \(field)"
}

private let form = try? Form.load(from: .embedded)
