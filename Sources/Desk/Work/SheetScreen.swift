import Records
import Terminal

/// The sheet view (整表): all items of one record at once, edited in place.
public struct SheetScreen: WorkScreen {
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
