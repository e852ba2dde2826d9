/// Why a file of the form could not be read, and what to do about it.
public struct FormFolderError: Error, Hashable, Sendable, CustomStringConvertible {
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
    self.code = code
    self.path = path
  }

  /// One sentence in Chinese that names the file and what to do.
  public var message: String {
    switch code {
    case .badName: "文件名“\(path)”不能用：请写 Forms 里面的名字，例如 lists/sex.tsv。"
    case .missing: "找不到文件 \(path)：请检查名字，或把这个文件放进 --forms 指定的文件夹。"
    case .noFolder: "找不到文件夹 \(path)：请检查 --forms 后面写的文件夹。"
    case .unreadable: "读不了 \(path)：请检查它是不是普通文件、有没有读取权限。"
    case .tooLarge: "文件 \(path) 超过 \(FormFolder.largestFile >> 20) MB：请检查是不是放错了文件。"
    }
  }

  /// The same sentence in English.
  public var english: String {
    switch code {
    case .badName: "The file name “\(path)” cannot be used: write a name inside Forms, such as lists/sex.tsv."
    case .missing: "There is no file \(path): check the name, or put the file into the folder given with --forms."
    case .noFolder: "There is no folder \(path): check the folder given with --forms."
    case .unreadable: "\(path) cannot be read: check that it is an ordinary file and that you may read it."
    case .tooLarge: "\(path) is larger than \(FormFolder.largestFile >> 20) MB: check that it is the right file."
    }
  }

  public var description: String { english }
}
