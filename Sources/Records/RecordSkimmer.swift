internal import CSkim
import FormModel
import Standards

/// Reads of a record's bytes what `RecordAnswers` reads, in one pass and without making anything of what it passes over.
///
/// What is out of the ordinary, wrong or of another form it leaves to that: whatever it gives, that gives the same.
public final class RecordSkimmer {
  private let form: Form
  private var fields = cskim_form()
  private var found = cskim_record()
  /// A form with too many fields, or with names that cannot be looked up, is read the other way.
  private let isUsable: Bool
  private let version: [UInt8]

  public init(_ form: Form) {
    self.form = form
    version = Array(String(form.version).utf8)
    var fields = cskim_form()
    isUsable = form.fields.allSatisfy { field in
      let name = Array(field.name.utf8)
      return name.allSatisfy { $0 < 0x80 } && cskim_add(&fields, name, name.count)
    }
    self.fields = fields
  }

  /// What stands in the record; nil where the strict reader has to say it.
  public func read(_ bytes: UnsafeRawBufferPointer) -> RecordAnswers? {
    let bytes = bytes.bindMemory(to: UInt8.self)
    guard isUsable, let start = bytes.baseAddress, cskim_read(start, bytes.count, &fields, &found),
      equals(found.format, Record.format.utf8, bytes), isOfForm(bytes)
    else { return nil }
    var record = RecordAnswers(form: form)
    if found.accepted.length > 2 {
      guard let accepted = try? JSONValue.parse(Array(slice(found.accepted, bytes))) else { return nil }
      record.accepted = RecordAnswers.accepted(accepted)
    }
    record.id = text(found.id, bytes).flatMap { RecordID($0) }
    record.status = text(found.status, bytes).flatMap(Status.init)
    record.revision = text(found.revision, bytes).flatMap { Int($0) }
    record.className = text(found.class_name, bytes)
    record.begun = text(found.begun, bytes).map { String($0.prefix(10)) }
    if found.kindergarten.offset > 0 {
      record.origin = Origin(
        kindergarten: text(found.kindergarten, bytes) ?? "", division: text(found.division, bytes),
        isSimulated: found.is_simulated)
    } else if found.is_simulated || found.division.offset > 0 {
      return nil
    }
    withUnsafePointer(to: &found.answers) { answers in
      answers.withMemoryRebound(to: cskim_answer.self, capacity: form.fields.count) { answers in
        for field in 0..<form.fields.count {
          if answers[field].is_owed {
            record.answers[field] = .owed
          } else if answers[field].value.length > 0 {
            record.answers[field] = .value(String(decoding: slice(answers[field].value, bytes), as: UTF8.self))
          }
        }
      }
    }
    return record
  }

  private func isOfForm(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a form it is the usual one, which this need not be.
    equals(found.form_name, form.name.utf8, bytes) && equals(found.form_version, version, bytes)
  }

  private func slice(_ span: cskim_span, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(span.offset)..<Int(span.offset + span.length)])
  }

  private func text(_ span: cskim_span, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    span.offset == 0 ? nil : String(decoding: slice(span, bytes), as: UTF8.self)
  }

  private func equals(
    _ span: cskim_span, _ text: some Sequence<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    slice(span, bytes).elementsEqual(text)
  }
}
