import Standards
import TextLayout

/// A page of A4 with up to four slips: a long one takes the room of two or of the whole page, so that none is cut.
struct SlipPage {
  /// How much of the page a slip takes.
  enum Room: String {
    case quarter, half, whole
  }

  /// How many lines fit into a quarter of a page, and into half of one, which is a column.
  struct Lines {
    var quarter: Int
    var half: Int
  }

  struct Place {
    var slip: Paper.Slip
    var room: Room
    /// 0 is the left column, and the upper row.
    var column: Int
    var row: Int
  }

  private(set) var places: [Place] = []
  private var isTaken = [false, false, false, false]

  /// The slips on as few pages as their order allows; each class begins a page of its own.
  static func pages(of slips: [Paper.Slip], _ lines: Lines) -> [SlipPage] {
    var pages: [SlipPage] = []
    for slip in slips {
      let room: Room =
        slip.lines.count <= lines.quarter ? .quarter : slip.lines.count <= lines.half ? .half : .whole
      let isOfClass = pages.last?.places.first?.slip.className == slip.className
      if isOfClass, pages[pages.count - 1].take(slip, room) { continue }
      var page = SlipPage()
      _ = page.take(slip, room)
      pages.append(page)
    }
    return pages
  }

  /// Puts the slip where there is room for it; false where there is none.
  private mutating func take(_ slip: Paper.Slip, _ room: Room) -> Bool {
    let cells: [[Int]] =
      switch room {
      case .quarter: [[0], [1], [2], [3]]
      case .half: [[0, 2], [1, 3]]
      case .whole: [[0, 1, 2, 3]]
      }
    guard let free = cells.first(where: { $0.allSatisfy { !isTaken[$0] } }) else { return false }
    for cell in free { isTaken[cell] = true }
    places.append(Place(slip: slip, room: room, column: free[0] % 2, row: free[0] / 2))
    return true
  }

  // MARK: For a browser

  /// What a quarter and half of a page hold in the type of slips.
  static let printed = Lines(quarter: 25, half: 53)

  var html: String {
    let parts = places.map { place in
      // The longest of all is set smaller: twice 53 lines are not enough for it.
      let isLong = place.slip.lines.count > 2 * Self.printed.half
      let kind = "\(place.room) column\(place.column) row\(place.row)\(isLong ? " long" : "")"
      return "<pre class=\"\(kind)\">\(place.slip.lines.map(Paper.escaped).joined(separator: "\n"))</pre>"
    }
    return "<section class=\"page\">\n\(parts.joined(separator: "\n"))\n</section>"
  }

  // MARK: For a line printer

  /// A page of a line printer, with a line between the two rows to cut along.
  static let typed = Lines(quarter: 31, half: 63)
  private static let width = 38
  private static let gap = " | "

  var text: String {
    var columns: [[String]] = [[], []]
    for place in places {
      let lines = place.slip.lines.map(\.harmless)
      switch place.room {
      case .quarter:
        if place.row == 1 {
          columns[place.column] += Array(repeating: "", count: Self.typed.quarter - columns[place.column].count)
          columns[place.column].append(String(repeating: "- ", count: Self.width / 2))
        }
        columns[place.column] += lines
      case .half: columns[place.column] = lines
      // A slip longer than a page goes on, on the next one, at the same column.
      case .whole:
        columns = [Array(lines.prefix((lines.count + 1) / 2)), Array(lines.dropFirst((lines.count + 1) / 2))]
      }
    }
    let height = columns.map(\.count).max() ?? 0
    let rows = (0..<height).map { row in
      let (left, right) = (columns[0].dropFirst(row).first ?? "", columns[1].dropFirst(row).first ?? "")
      if columns[1].isEmpty { return left }
      let space = String(repeating: " ", count: max(0, Self.width - TextWidth.of(left)))
      return (left + space + Self.gap + right).trimmingEnd
    }
    return rows.map { $0 + "\n" }.joined()
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
