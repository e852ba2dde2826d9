import FormModel

@testable import Records

/// A place for the store of one test, gone with it.
struct TemporaryStore {
  let form: Form
  let folder: TemporaryFolder

  init(inMemory: Bool = false) throws {
    form = try Samples.form()
    folder = try TemporaryFolder(inMemory: inMemory)
  }
}

/// A suite whose tests have a store of their own each, in a folder that also has room for others.
protocol StoreTesting {
  var disk: TemporaryStore { get }
}

extension StoreTesting {
  var form: Form { disk.form }
  var folder: TemporaryFolder { disk.folder }
  var store: RecordStore { store() }

  func store(_ operations: FileOperations = .system) -> RecordStore {
    RecordStore(path: "\(folder.path)/store", form: form, operations: operations)
  }
}
