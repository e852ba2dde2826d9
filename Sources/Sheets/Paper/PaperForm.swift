import FormModel

/// A form as it stands on paper: one child's for the guardian to sign, or an empty one to be filled in by hand.
///
/// Everything in it is text that somebody reads; how it is laid out is the business of `Paper`.
public struct PaperForm: Hashable, Sendable {
  /// A few words and what stands behind them; empty where somebody is to write.
  public struct Fact: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  public struct Section: Hashable, Sendable {
    public var title: String
    public var rows: [Row]
  }

  public struct Row: Hashable, Sendable {
    /// The item's place in the national sheet, from 1.
    public var number: Int
    public var label: String
    public var entry: Entry
    /// What the guardian is to do about it, at the row's end; empty where there is nothing.
    public var mark = ""
    /// What else there is to say: where on the paper to look, what was proposed.
    public var remarks: [String] = []
  }

  /// What stands at an item.
  public enum Entry: Hashable, Sendable {
    case value(String)
    /// Why nothing stands there.
    case absent(String)
    /// One to be ticked; `other` goes before a line for what is not printed.
    case choices([String], other: String?)
    /// Room to write, part after part.
    case blanks([Blank])
  }

  /// Room for a part of an answer: so many boxes, or a line where there are none; and what is printed behind it.
  public struct Blank: Hashable, Sendable {
    public var boxes = 0
    public var after = ""
  }

  public var language: Language
  public var title: String
  public var kindergarten: String
  /// What tells this sheet from another: code, class, state, day. No name, since a browser's history keeps them.
  public var facts: [Fact]
  public var sections: [Section]
  /// Behind a box to tick at each item; nil where nothing is put off by hand.
  public var later: String?
  /// What is to be known before it is signed.
  public var remarks: [String]
  /// What is said by signing.
  public var declaration = ""
  /// What is written at the foot by hand.
  public var signatures: [String]
}
