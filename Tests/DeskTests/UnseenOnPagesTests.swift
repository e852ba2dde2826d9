import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// What a family's pages say of what the store could not read or take.
@Suite struct UnseenOnPagesTests {
  private static let uncounted = words(of: HomePhrase.uncounted)

  @Test(arguments: [Scene.comeBack, .locked])
  func `a count that the store cannot take is said beside the answer, until the next try`(scene: Scene) throws {
    var sitting = try scene.play()
    sitting.tell(.door(.refused))
    sitting.tell(.door(.uncounted))
    #expect(sitting.shows("！ ") && sitting.shows(Self.uncounted) && sitting.shows("✗"))
    sitting.tell(.door(.wait(seconds: 4)))
    #expect(sitting.shows("！ ") && sitting.shows(Self.uncounted) && sitting.shows("✗ 请等 4 秒再试"))
  }

  @Test func `it is said on the form that a right answer opens, and is no good news`() throws {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    sitting.tell(.door(.uncounted))
    #expect(sitting.shows("✗ ") && sitting.shows(Self.uncounted))
    sitting.press(.down)
    #expect(!sitting.shows(Self.uncounted))
    sitting.tell(.unreadable(StoreError(.io, path: "drafts", number: 5)))
    #expect(sitting.shows("✗ 磁盘出错了") && !sitting.shows("✓ 磁盘出错了"))
  }

  @Test(arguments: [Size(80, 24), Size(60, 20)])
  func `the last page says that the form cannot be read now, and takes it back when it can`(size: Size) throws {
    var sitting = try Scene.left.play()
    sitting.size = size
    #expect(!sitting.shows(words(of: CheckPhrase.farewellUnread)))
    sitting.tell(.unreadable(StoreError(.io, path: "records/x.json", number: 5)))
    #expect(sitting.shows(words(of: CheckPhrase.farewellUnread)))
    let record = try #require(sitting.stored.values.first)
    sitting.tell(.record(.changedElsewhere(record)))
    #expect(!sitting.shows(words(of: CheckPhrase.farewellUnread)))
  }
}
