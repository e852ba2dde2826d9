import Records
import Terminal

/// The close of the day (收尾): its balance and who owes what.
public struct DayCloseScreen: WorkScreen {
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
