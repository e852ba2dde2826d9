import Records
import Terminal

/// The read-back (确认): the whole form as short sentences, for the family to confirm.
public struct ReadBackScreen: WorkScreen {
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
