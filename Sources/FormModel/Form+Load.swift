import Standards

extension Form {
  /// Loads the form `preschool-28`, or another by name, from a folder of forms.
  ///
  /// Errors name the file, the place in it and what is wrong there.
  public static func load(_ name: String = "preschool-28", from folder: FormFolder) throws(FormProblem) -> Form {
    try read("\(name).json", from: folder, lists: ChoiceLists(folder: folder))
  }

  /// Reads one file; a form from a folder is checked against its lists.
  static func read(_ file: String, from folder: FormFolder, lists: ChoiceLists) throws(FormProblem) -> Form {
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(file)
    } catch {
      throw FormProblem(.unreadableFile, file: file, place: "", found: error.path)
    }
    var reader = FormReader(file: file, lists: lists)
    let form = try reader.read(bytes)
    if lists.folder.directory != nil { try form.verify(file: file) }
    return form
  }
}
