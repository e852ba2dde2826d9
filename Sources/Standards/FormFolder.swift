internal import CTables
internal import Glibc

/// The files of `Forms/`: the form and its code tables, as built into the program or as a folder overrides them.
///
/// A name is a path below `Forms/`, such as `lists/region.tsv`. With a folder, each file found there takes the place
/// of the built-in one and every other file stays as built in, so a folder with one changed list is enough.
/// Nothing is read before it is asked for.
public struct FormFolder: Sendable, Hashable {
  /// The files built into the program, and nothing else.
  public static let embedded = FormFolder(directory: nil)

  /// Larger files are refused: no table of a standard comes near it, and a wrong path may name anything.
  public static let largestFile = 16 << 20

  /// The folder that overrides, or nil for the built-in files alone.
  public let directory: String?

  /// Whether its tables know the made-up province, whose codes no register gives out: in stores of invented children.
  public let isSimulated: Bool

  /// The folder at `directory` over the built-in files; the folder is looked at when a file is asked for.
  public init(directory: String) {
    self.init(directory: .some(directory))
  }

  private init(directory: String?, isSimulated: Bool = false) {
    (self.directory, self.isSimulated) = (directory, isSimulated)
  }

  /// The same files, and the made-up province behind what stands in their tables of places.
  public var simulated: FormFolder { FormFolder(directory: directory, isSimulated: true) }

  /// The names of the files built into the program, in the order of the build.
  public static var embeddedNames: [String] {
    var names: [String] = []
    while let name = ctables_name(names.count) { names.append(String(cString: name)) }
    return names
  }

  /// The content of one file; see the type for which one is taken.
  public func bytes(_ name: String) throws(FormFolderError) -> [UInt8] {
    let bytes = try plainBytes(name)
    let (lists, ending) = ("lists/", ".tsv")
    guard isSimulated, name.hasPrefix(lists), name.hasSuffix(ending) else { return bytes }
    guard let more = Self.embeddedBytes("simulated/" + name.dropFirst(lists.utf8.count)) else { return bytes }
    return Self.joined(bytes, more)
  }

  /// Puts the rows of one table behind those of another with the same columns; what has others stays as it is.
  private static func joined(_ table: [UInt8], _ more: [UInt8]) -> [UInt8] {
    func parts(_ bytes: [UInt8]) -> (header: ArraySlice<UInt8>, rows: ArraySlice<UInt8>)? {
      var rest = bytes[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        if line.first != UInt8(ascii: "#") { return (line, rest) }
      }
      return nil
    }
    guard let own = parts(table), let other = parts(more), own.header == other.header else { return table }
    return table + (table.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]) + other.rows
  }

  private func plainBytes(_ name: String) throws(FormFolderError) -> [UInt8] {
    guard Self.isPlain(name) else { throw FormFolderError(.badName, path: name) }
    if let directory, let bytes = try Self.read(name, in: directory) { return bytes }
    guard let bytes = Self.embeddedBytes(name) else { throw FormFolderError(.missing, path: path(of: name)) }
    return bytes
  }

  private static func embeddedBytes(_ name: String) -> [UInt8]? {
    var size = 0
    return ctables_bytes(name, &size).map { [UInt8](UnsafeBufferPointer(start: $0, count: size)) }
  }

  /// The names of the files that the directory itself has at its top, none of the built-in ones; sorted.
  public func ownNames(ending: String) throws(FormFolderError) -> [String] {
    guard let directory else { return [] }
    return try Self.list(".", in: directory).filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The names of the files of one folder, such as `sheets`, built in or in the directory that overrides; sorted.
  public func names(in folder: String, ending: String) throws(FormFolderError) -> [String] {
    var names = Set(
      Self.embeddedNames.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.utf8.count + 1)) })
    if let directory { names.formUnion(try Self.list(folder, in: directory)) }
    return names.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// Where a person would look for the file: used in messages.
  public func path(of name: String) -> String {
    guard let directory else { return name }
    return directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }

  /// A list is named in the form's file, which anyone may have written: a name must not lead out of the folder.
  private static func isPlain(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
      && !name.utf8.contains(0)
  }

  /// The file's content, nil when the folder has no such file.
  private static func read(_ name: String, in directory: String) throws(FormFolderError) -> [UInt8]? {
    let path = FormFolder(directory: directory).path(of: name)
    // A pipe put there by mistake must not hang the desk, so the file is opened without waiting for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let reason = errno
      guard reason == ENOENT || reason == ENOTDIR else { throw FormFolderError(.unreadable, path: path) }
      guard isFolder(directory) else { throw FormFolderError(.noFolder, path: directory) }
      return nil
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FormFolderError(.unreadable, path: path)
    }
    guard status.st_size <= largestFile else { throw FormFolderError(.tooLarge, path: path) }
    let size = Int(status.st_size)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          failed = got < 0
          break
        }
        count += got
      }
    }
    if failed { throw FormFolderError(.unreadable, path: path) }
    return bytes
  }

  /// The names in one folder of the directory, none where it has no such folder.
  private static func list(_ folder: String, in directory: String) throws(FormFolderError) -> [String] {
    let path = FormFolder(directory: directory).path(of: folder)
    if let names = FolderNames.list(path) { return names }
    guard errno == ENOENT else { throw FormFolderError(.unreadable, path: path) }
    guard isFolder(directory) else { throw FormFolderError(.noFolder, path: directory) }
    return []
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
