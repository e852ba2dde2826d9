import FormModel
import Records
import Terminal

/// 检查: one list of everything there is to say, a jump to each, and handing in once nothing is in the way.
struct CheckPanel: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    case finding(Finding)
    case handIn
  }

  /// What a key asks the page to do.
  enum Request: Hashable, Sendable {
    case close
    case go(Int)
    case accept(Finding)
    case handIn
  }

  private(set) var rows: [Row]
  private(set) var highlighted: Int
  /// The warning that is being asked about.
  private(set) var asked: Finding?
  let canHandIn: Bool

  init(_ screen: GuidedScreen, _ context: DeskContext, highlighted: Int? = nil) {
    let findings = screen.findings(context)
    canHandIn = findings.allSatisfy { $0.rule == .owed }
    rows = findings.sorted { Self.weight($0) < Self.weight($1) }.map { .finding($0) }
    if canHandIn { rows.append(.handIn) }
    self.highlighted = canHandIn ? rows.count - 1 : min(highlighted ?? 0, max(0, rows.count - 1))
  }

  /// Errors first, then what is only asked, then blanks, then what comes later anyway.
  static func weight(_ finding: Finding) -> Int {
    switch finding.severity {
    case .error: 0
    case .warning: 1
    case .missing: finding.rule == .owed ? 3 : 2
    }
  }

  mutating func handle(_ key: Key) -> Request? {
    if let asked {
      switch key {
      case .text("1"), .text("１"): return .accept(asked)
      case .text("2"), .text("２"): return .go(asked.field)
      case .escape:
        self.asked = nil
        return nil
      default: return nil
      }
    }
    switch key {
    case .up, .backTab: highlighted = max(0, highlighted - 1)
    case .down, .tab: highlighted = min(rows.count - 1, highlighted + 1)
    case .pageUp, .home: highlighted = key == .home ? 0 : max(0, highlighted - 10)
    case .pageDown, .end: highlighted = key == .end ? rows.count - 1 : min(rows.count - 1, highlighted + 10)
    case .escape: return .close
    case .enter: return chosen()
    default: break
    }
    return nil
  }

  private mutating func chosen() -> Request? {
    guard rows.indices.contains(highlighted) else { return .close }
    switch rows[highlighted] {
    case .handIn: return .handIn
    case .finding(let finding):
      guard finding.severity == .warning else { return .go(finding.field) }
      asked = finding
      return nil
    }
  }
}
