import Standards

extension Wording {
  /// Why a character that was just typed was not taken.
  public func refused(_ problem: TextProblem) -> String {
    switch problem {
    case .privateUse: self(GuidedPhrase.privateCharacter)
    case .control: self(GuidedPhrase.controlCharacter)
    case .invisible, .damaged, .lookAlike, .notInName, .picture: self(GuidedPhrase.otherCharacter)
    }
  }
}
