import Foundation

/// How much of a proof is tried: a little in every run of the tests, all of it with `XUEJI_PROOF=whole`, and of that with
/// `XUEJI_PROOF_SHARE=2/8` every eighth part, the second of them.
enum ProofShare {
  static let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"

  private static let part: (number: Int, of: Int) = {
    let text = ProcessInfo.processInfo.environment["XUEJI_PROOF_SHARE"] ?? ""
    let numbers = text.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 2, numbers[1] > 0 else { return (1, 1) }
    return (numbers[0], numbers[1])
  }()

  /// Which of so many calls are tried; nil where the whole is not asked for.
  static func calls(of count: Int) -> [Int]? {
    isWhole ? (0..<count).filter { $0 % part.of == part.number % part.of } : nil
  }
}
