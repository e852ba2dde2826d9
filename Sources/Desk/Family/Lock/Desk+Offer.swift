import FormModel
import Records

extension Desk {
  /// How long after its last key a form that was cut off is offered to whoever sits there, in milliseconds; later a code
  /// or a teacher finds it.
  private static let cutOffLimit = 1_800_000

  /// The same where the record knows nothing yet that a family could be asked for: so short that the family has hardly
  /// looked up.
  private static let unaskedLimit = 180_000

  /// The record as it stood when a session was cut off, without the word that was being typed: what its family can be
  /// asked for.
  public static func known(_ reading: JournalReading, _ context: DeskContext) -> Record {
    let context = context.of(reading.base.record.edition)
    return GuidedScreen(resuming: reading, HeldRecord(replaying: reading), context)?.entry.record ?? reading.base.record
  }

  /// Whether what a session left may be offered on the screen to whoever sits there.
  ///
  /// Only a family's form may be, and nobody else may see it. Where the record knows nothing that could be asked for,
  /// it is offered for three minutes, and only while there is nothing in it but the beginning of the child's name:
  /// anything more would be shown to whoever presses Enter.
  public static func mayOffer(_ reading: JournalReading, _ context: DeskContext) -> Bool {
    guard reading.owner == .gone, reading.base.by.role == .guardian else { return false }
    let context = context.of(reading.base.record.edition)
    let last = JournalledEvent.all(in: reading).last?.at ?? reading.base.since
    let age = context.now.milliseconds - last.milliseconds
    guard known(reading, context).asksNobody(context.form) else { return age < cutOffLimit }
    let record = recovered(reading, context)
    let hasMore = context.form.fields.indices.contains { index in
      context.form.fields[index].role != .childName && record.answers[index] != nil
    }
    return age < unaskedLimit && !hasMore && record.contact == Contact()
  }
}
