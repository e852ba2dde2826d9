import Standards

extension Wording {
  /// Why a character that was just typed was not taken.
  func refused(_ problem: TextProblem) -> String {
    switch problem {
    case .privateUse: self(GuidedPhrase.privateCharacter)
    case .control: self(GuidedPhrase.controlCharacter)
    case .invisible, .damaged, .lookAlike, .notInName, .picture: self(GuidedPhrase.otherCharacter)
    }
  }
}

extension TextEditor.Outcome {
  /// What somebody must be told who typed or pasted it; nil where nothing was refused.
  func complaint(_ wording: Wording) -> String? {
    if case .refused(let problem) = self { wording.refused(problem) } else { nil }
  }
}
