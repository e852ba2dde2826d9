import Records
import Terminal

/// The review (审核): everything that waits, or the page of a day.
public struct ReviewScreen: WorkScreen {
  private let holder: Authority
  private var filter: SummaryFilter

  public init(holder: Authority, filter: SummaryFilter = .waiting) {
    self.holder = holder
    self.filter = filter
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch input {
    case .event(.key(.escape)), .event(.key(.function(10))), .event(.key(.control("x"))): ([], .back)
    case .event, .news: ([], .stay)
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {}
}
