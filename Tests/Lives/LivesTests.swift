import Foundation
import TestSupport
import Testing

/// Whole ways of children between several people over several days, on the real program.
///
/// `XUEJI_PROOF=whole` tells every life once more with kills; without it a sixth of them, drawn by lot.
@Suite(.onOwnThreads) struct LivesTests {
  private static let isWhole = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole"
  /// `XUEJI_PROOF_SEED` asks for other kills.
  private static let seed = ProcessInfo.processInfo.environment["XUEJI_PROOF_SEED"].flatMap { UInt64($0) } ?? 1

  private static let deadly = Story.all.enumerated().filter { isWhole || $0.offset % 6 == Int(seed % 6) }.map(\.element)

  @Test(arguments: Story.all) func `a child's life`(_ story: Story) throws {
    try story.tell(Life(story.name, on: story.day))
  }

  @Test(arguments: deadly) func `the same life, in which the machine dies again and again`(_ story: Story) throws {
    let life = try Life(story.name, on: story.day, kills: Self.seed)
    try story.tell(life)
    #expect(life.kills > 0)
  }
}

/// A life to be told.
struct Story: CustomTestStringConvertible {
  let name: String
  let day: String
  let tell: @Sendable (Life) throws -> Void

  var testDescription: String { name }

  static let all = [
    oneGo, owedPapers, grandmother, roster, siblings, doubled, hongKong, unregistered, lateCodes, withdrawn, twoDesks,
    threeDeaths,
  ]
}
