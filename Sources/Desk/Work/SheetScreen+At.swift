import Records

extension SheetScreen {
  /// The sheet, opened at an item.
  init(_ held: HeldRecord, at field: Int) { self.init(held) }
}
