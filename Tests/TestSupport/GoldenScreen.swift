// A plain `swift build` makes this target too, and has no Testing.
#if canImport(Testing)
  import Foundation
  import Terminal
  import Testing

  /// A whole screen, compared with the file `Goldens/NAME.txt` beside the test.
  ///
  /// Wide characters take two columns, so the file looks like the screen; its last line says where the cursor stands. A
  /// missing file is written and the test fails, so that somebody looks at it before it is kept.
  public enum GoldenScreen {
    public static func check(
      _ canvas: Canvas, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      checkForEveryEye(canvas, name, sourceLocation: sourceLocation)
      let cursor = canvas.cursor.map { "column \($0.column), row \($0.row)" } ?? "hidden"
      check(text: canvas.text() + "\n--- cursor: \(cursor)\n", name, filePath: filePath, sourceLocation: sourceLocation)
    }

    /// Compares any other text.
    public static func check(
      text: String, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
      let file = folder.appendingPathComponent(name + ".txt")
      guard let data = try? Data(contentsOf: file) else {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: file)
        Issue.record("Goldens/\(name).txt was missing and is written now: look at it.", sourceLocation: sourceLocation)
        return
      }
      // By scalars: String would take a compatibility ideograph for the hanzi that it decomposes to.
      guard Array(data) != Array(text.utf8) else { return }
      let expected = String(decoding: data, as: UTF8.self)
      Issue.record(
        "Goldens/\(name).txt differs.\nexpected:\n\(expected)\nfound:\n\(text)", sourceLocation: sourceLocation)
    }
  }
#endif
