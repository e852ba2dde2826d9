import Standards

extension Form {
  /// A stored value as a person reads it: a list's text, a place with its province, a date in words.
  public func shown(_ value: String, of field: Int, in language: Language) -> String {
    switch fields[field].kind {
    case .select, .place:
      guard let choice = list(of: field)?.choice(value) else { return value }
      return lists.names(of: choice, in: language).joined(separator: " · ")
    case .date: return CalendarDate(iso: value)?.words(in: language) ?? value
    case .text, .classCode, .documentNumber: return value
    }
  }
}

extension Form {
  /// Some items in short lines: section by section in the order of asking, and in one line what the read-back says in
  /// one breath.
  public func shortLines(of fields: Set<Int>) -> [(section: Int, fields: [Int])] {
    var lines: [(section: Int, fields: [Int])] = []
    for (section, asked) in sections.map(\.fields).enumerated() {
      var places: [Int: Int] = [:]
      for field in asked where fields.contains(field) {
        let sentence = sentences.firstIndex { $0.contains(field) }
        if let place = sentence.flatMap({ places[$0] }) {
          lines[place].fields.append(field)
        } else {
          if let sentence { places[sentence] = lines.count }
          lines.append((section, [field]))
        }
      }
    }
    return lines
  }
}

extension CalendarDate {
  /// The day in words: `2021年3月8日`, or `8 March 2021`.
  public func words(in language: Language) -> String {
    switch language {
    case .chinese: return "\(year)年\(month)月\(day)日"
    case .english:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
      return "\(day) \(months[month - 1]) \(year)"
    }
  }
}
