import FormModel

/// The words that a person reads in or beside a sheet, in the language of whoever exports.
public struct SheetWords: Sendable {
  /// What the name of the correction sheet ends with, before its ending.
  public var correctionSuffix: String
  /// What the name of the guide beside a sheet ends with.
  public var guideSuffix: String
  /// The heading of the column that says what was corrected.
  public var correctionHeading: String
  /// One corrected item: its heading and what stood there.
  public var corrected: @Sendable (_ heading: String, _ old: String) -> String
  /// What the column says of a child that was withdrawn.
  public var withdrawn: String
  /// How to bring a sheet in, line by line.
  public var importGuide: @Sendable (_ sheet: String, _ edition: SheetEdition) -> String
  /// What to do with a sheet of corrections, which is never brought in.
  public var correctionGuide: @Sendable (_ sheet: String) -> String

  public init(
    correctionSuffix: String, guideSuffix: String, correctionHeading: String,
    corrected: @escaping @Sendable (String, String) -> String, withdrawn: String,
    importGuide: @escaping @Sendable (String, SheetEdition) -> String,
    correctionGuide: @escaping @Sendable (String) -> String
  ) {
    self.correctionSuffix = correctionSuffix
    self.guideSuffix = guideSuffix
    self.correctionHeading = correctionHeading
    self.corrected = corrected
    self.withdrawn = withdrawn
    self.importGuide = importGuide
    self.correctionGuide = correctionGuide
  }
}
