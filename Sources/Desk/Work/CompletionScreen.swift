import Records
import Terminal

/// The work list (补录): records that owe something.
public struct CompletionScreen: WorkScreen {
  private let holder: Authority

  public init(holder: Authority) { self.holder = holder }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch input {
    case .event(.key(.escape)), .event(.key(.function(10))), .event(.key(.control("x"))): ([], .back)
    case .event, .news: ([], .stay)
    }
  }

  func draw(on canvas: inout Canvas, _ context: DeskContext) {}
}
