import Foundation
import Sentences
import Terminal
import TestSupport
import Testing

/// The archive of the day is made when somebody leaves, and what keeps it from being made is said.
@Suite(.serialized, .onOwnThreads) struct ArchiveOnPtyTests {
  typealias Store = DeskOnPtyTests.Store

  private let desk = DeskOnPtyTests()
  private static let notMade = "每天的备份没有做成"

  /// A family begins a form and leaves it.
  private func sit(_ store: Store) throws {
    let session = try desk.start(store)
    try session.waitFor(label(of: "name"))
    try desk.type("潘小明", session)
    session.send(.function(10))
    try session.waitFor("谁在填")
    session.send(.function(10))
    try session.waitFor("请记下取件码")
    try session.leaveCode()
    #expect(try session.exitStatus() == 0)
  }

  @Test func `leaving makes the archive of the day, once`() throws {
    let store = Store()
    try sit(store)
    try sit(store)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(store.path)/backups")
    #expect(names.count == 1 && names.allSatisfy { $0.hasSuffix(".tar") }, "\(names)")
    let doctor = try BuiltProgram.run([BuiltProgram.path("xueji"), "doctor", "--store", store.path])
    #expect(doctor.status == 0, "\(doctor.text)")
  }

  @Test func `where it cannot be made, the doctor and the first page of staff say so`() throws {
    let store = Store()
    try FileManager.default.createDirectory(atPath: store.path, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: "\(store.path)/backups"))
    try sit(store)
    let xueji = try BuiltProgram.path("xueji")
    let doctor = try BuiltProgram.run([xueji, "doctor", "--store", store.path])
    #expect(doctor.status == 1)
    #expect(doctor.text.contains(Self.notMade))
    try Director.add(to: store)
    let staff = try desk.start(store, ["home"])
    try Director.enter(staff)
    try staff.waitFor(Self.notMade)
  }
}
