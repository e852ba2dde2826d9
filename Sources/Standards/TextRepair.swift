/// What was mended in a text as it was typed, for telling whoever typed it; spaces and full-width forms are not told.
public enum TextRepair: Hashable, Sendable {
  /// A radical or a stroke became the hanzi that it looks like.
  case lookAlike(Unicode.Scalar, hanzi: Unicode.Scalar)
  /// A character of an old font became the standard one.
  case privateUse(standard: Unicode.Scalar)
  /// Signs that nobody sees were taken out.
  case invisible
  /// A hanzi keeps the sign that tells its form.
  case variantKept(Unicode.Scalar)
  /// Another dot, or a hyphen, became the dot between the parts of a name.
  case dot(Unicode.Scalar)
  /// A line break became a space.
  case lineBreak
}
