/// Why a file of the form could not be read.
public struct FormFolderError: Error, Hashable, Sendable {
  /// The reason; its raw value is stable and may be tested or printed for scripts.
  public enum Code: String, CaseIterable, Sendable {
    case badName = "form-file-name"
    case missing = "form-file-missing"
    case noFolder = "form-folder-missing"
    case unreadable = "form-file-unreadable"
    case tooLarge = "form-file-too-large"
  }

  public var code: Code
  /// The file, or for `noFolder` the folder.
  public var path: String

  public init(_ code: Code, path: String) {
    (self.code, self.path) = (code, path)
  }
}
