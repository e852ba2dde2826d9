import FormModel

/// A row is read once, with one version of the form; a record that was made with another has the same items elsewhere.
extension RosterItem {
  /// The same item in another version of the form; nil where that has none of the name.
  func moved(from form: Form, to other: Form) -> RosterItem? {
    switch self {
    case .field(let field): other.index(of: form.fields[field].name).map { .field($0) }
    case .className, .telephone, .studentNumber: self
    }
  }
}

extension RosterRow {
  public func moved(from form: Form, to other: Form) -> RosterRow {
    guard form.edition != other.edition else { return self }
    var row = self
    func moved<Value>(_ values: [RosterItem: Value]) -> [RosterItem: Value] {
      Dictionary(
        values.compactMap { item, value in item.moved(from: form, to: other).map { ($0, value) } },
        uniquingKeysWith: { first, _ in first })
    }
    (row.values, row.owed) = (moved(values), moved(owed))
    row.faults = faults.compactMap { fault in
      fault.item.moved(from: form, to: other).map { RosterFault($0, fault.reason) }
    }
    row.remarks = remarks.compactMap { remark in
      remark.item.moved(from: form, to: other).map { RosterRemark($0, remark.kind) }
    }
    return row
  }
}

extension RosterMapping {
  public func moved(from form: Form, to other: Form) -> RosterMapping {
    guard form.edition != other.edition else { return self }
    var mapping = self
    mapping.columns = columns.map { column in
      guard case .item(let item) = column.use else { return column }
      var column = column
      column.use = item.moved(from: form, to: other).map { .item($0) } ?? .neglected(.unknown)
      return column
    }
    return mapping
  }
}
