import Standards

extension Form {
  /// Loads the form `preschool-28`, or another by name, from a folder of forms.
  ///
  /// Errors name the file, the place in it and what is wrong there.
  public static func load(_ name: String = "preschool-28", from folder: FormFolder) throws(FormProblem) -> Form {
    let file = "\(name).json"
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(file)
    } catch {
      throw FormProblem(.unreadableFile, file: file, place: "", found: error.path)
    }
    var reader = FormReader(file: file, lists: ChoiceLists(folder: folder))
    let form = try reader.read(bytes)
    if folder.directory != nil { try form.verify(file: file) }
    return form
  }
}
