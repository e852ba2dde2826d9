import Records

/// The children of all files that are checked together, in the order of the files: who has come before, and where.
public final class ChildRegister {
  /// Children of one file that follow each other.
  private struct Run {
    var file: String
    /// The number of its first child among all.
    var start: Int
    /// The spreadsheet's rows, where counting the children does not lead there.
    var rows: [Int32] = []
  }

  private var known = ChildPlaces()
  private var ids = PlaceTable()
  private var runs: [Run] = []
  private var count = 0

  public init() {}

  /// What comes from here on stands in this file.
  public func begin(_ file: String) { runs.append(Run(file: file, start: count)) }

  /// The next child; where it has come before, a match and the place of that.
  func add(_ child: ChildIdentity, row: Int) -> (match: ChildPlaces.Match, place: SheetPlace)? {
    if runs.isEmpty { begin("") }
    runs[runs.count - 1].rows.append(Int32(row))
    defer { count += 1 }
    return known.add(child, at: count).map { ($0, place($0)) }
  }

  /// The next record of a file of records; `keys` is nil for one that is compared with no other.
  public func add(_ keys: ChildKeys?, id: RecordID?) -> SheetFinding.Rule? {
    defer { count += 1 }
    if let id {
      let key = ChildKeys.key(ofID: id.text)
      let place = ids.keep(key, at: count)
      // The same record once more is the same child anyway.
      if place != count { return .recordTwice(self.place(place)) }
    }
    guard let keys, let match = known.add(keys, at: count) else { return nil }
    switch match {
    case .sameNumber: return .duplicateInFile(place(match))
    case .sameChild: return .sameChildInFile(place(match))
    }
  }

  private func place(_ match: ChildPlaces.Match) -> SheetPlace {
    switch match {
    case .sameNumber(let place), .sameChild(let place): self.place(place)
    }
  }

  private func place(_ number: Int) -> SheetPlace {
    // The last run that begins at it or before.
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= number { low = middle + 1 } else { high = middle }
    }
    let run = runs[max(0, low - 1)]
    let child = number - run.start + 1
    let row = run.rows.indices.contains(child - 1) ? Int(run.rows[child - 1]) : child + 1
    let isHere = low == runs.count
    return SheetPlace(child: child, row: row, file: isHere ? nil : run.file)
  }
}
