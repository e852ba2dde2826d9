/// Which parts belong to a part, as its `.rels` part says (ISO/IEC 29500-2, 9).
final class PackageRelations: XMLHandler {
  struct Relation {
    var id: String
    /// The last step of its type, such as `worksheet`: what comes before differs between the editions of the standard.
    var kind: String
    /// The part, from the root of the package.
    var part: String
  }

  /// More than any workbook has.
  private static let most = 10_000

  private(set) var relations: [Relation] = []
  private let folder: [Substring]
  private let name: String

  /// The relations of `part`; the package itself has the empty name.
  init(of part: String) {
    let steps = part.split(separator: "/")
    folder = Array(steps.dropLast())
    name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
  }

  /// The name of the `.rels` part that is to be read.
  var part: String { name }

  func first(_ kind: String) -> String? { relations.first { $0.kind == kind }?.part }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem) {
    guard name.is("Relationship"), let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target"), attributes.text("TargetMode") != "External",
      let kind = type.split(separator: "/").last, let part = resolve(target)
    else { return }
    guard relations.count < Self.most else { throw .damaged(part: self.name) }
    relations.append(Relation(id: id, kind: String(kind), part: part))
  }

  func end() {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// A target from the root of the package; nil where it leads out of it.
  private func resolve(_ target: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
