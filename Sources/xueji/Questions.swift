import ArgumentParser
import Glibc
import Wording

/// Questions that stand on the command line, or one a line in standard input.
enum Questions {
  /// Answers each, with an empty line behind it; `-`, or none, reads standard input.
  static func answer(_ questions: [String], _ wording: Wording, _ body: (String, inout Output) -> Void) throws {
    var output = Output()
    func answer(_ question: String) {
      body(question, &output)
      output.write("\n")
    }
    if questions.isEmpty || questions == ["-"] {
      var lines = LineReader(descriptor: STDIN_FILENO)
      while let line = lines.next() {
        answer(String(decoding: line, as: UTF8.self))
        // Somebody may be waiting for each answer before the next question.
        output.flush()
      }
      if lines.hasFailed {
        Output.complain(wording.cannotReadFile)
        throw ExitCode(65)
      }
    } else {
      for question in questions { answer(question) }
    }
    output.flush()
  }
}
