import Records
import Terminal

/// The one record under review, read-only, with its findings, sources and history.
public struct ReviewRecordScreen: WorkScreen {
  private let held: HeldRecord

  public init(_ held: HeldRecord) { self.held = held }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch input {
    case .event(.key(.escape)), .event(.key(.function(10))), .event(.key(.control("x"))): ([], .back)
    case .event, .news: ([], .stay)
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {}
}
