import FormModel
import Records

/// How a sitting ends.
extension FormFilling {
  /// Whether whoever leaves now is asked who they are and how they are reached: where a saved draft says neither.
  public var asksWhoFills: Bool {
    record.revision > 0 && record.status == .draft && held.holder.person.relation == nil
      && record.contact.telephone == nil
  }

  /// Who filled the form in, and how they are reached.
  public mutating func identify(relation: String, telephone: String?, _ context: FillingContext) {
    held.identify(relation: relation, at: context.now)
    var contact = record.contact
    contact.telephone = telephone
    make(.setContact(contact), context)
  }
}
