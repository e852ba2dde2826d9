private import Glibc

/// What is in a folder.
public enum FolderNames {
  /// The names in a folder in no order, without hidden ones; nil where it cannot be read to its end, with the reason in
  /// `errno`.
  public static func list(_ path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    // The end and a failure look the same but for this.
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    return errno == 0 ? names : nil
  }
}
