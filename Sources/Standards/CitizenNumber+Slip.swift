/// The one place where a wrong number was probably miscopied; positions count from 1.
public enum Slip: Hashable, Sendable {
  /// This character and the next stand the wrong way round.
  case swapped(first: Int)
  /// This character was misread.
  case digit(at: Int)
}

extension CitizenNumber {
  /// Where the slip is, if the birth date and the sex that were given leave exactly one place for it.
  ///
  /// Of each kind, every repair is tried that makes a valid number of a known area with that birth date and sex; a
  /// place is named only where exactly one repair of its kind is left, exchanges of two neighbouring characters being
  /// tried first. The last character is never replaced by another, and no repaired number leaves this function:
  /// somebody in a hurry would type it and make a false number pass.
  public static func slip(
    in normalised: String, birthDate: CalendarDate?, sex: Sex?, on today: CalendarDate, knowsArea: (Substring) -> Bool
  ) -> Slip? {
    guard let birthDate, let sex else { return nil }
    let bytes = Array(normalised.utf8)
    guard bytes.count == 18, bytes.dropLast().allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    func agrees(_ candidate: [UInt8]) -> Bool {
      // Ten of eleven repairs fail here already, before a text is made of them.
      guard candidate[17] == checkCharacter(of: candidate[..<17]) else { return false }
      let reading = read(String(decoding: candidate, as: UTF8.self), on: today, knowsArea: knowsArea)
      guard let number = reading.number, !reading.areaUnknown else { return false }
      return number.birthDate == birthDate && number.sex == sex
    }
    // A number that is right in itself has no slip; that it disagrees with what was given is another finding.
    guard read(normalised, on: today, knowsArea: knowsArea).problem != nil else { return nil }
    var swaps: [Slip] = []
    for place in 0..<16 where bytes[place] != bytes[place + 1] {
      var candidate = bytes
      candidate.swapAt(place, place + 1)
      if agrees(candidate) { swaps.append(.swapped(first: place + 1)) }
    }
    // The check character can move to the place before it only if it is a digit.
    if bytes[16] != bytes[17], (0x30...0x39).contains(bytes[17]) {
      var candidate = bytes
      candidate.swapAt(16, 17)
      if agrees(candidate) { swaps.append(.swapped(first: 17)) }
    }
    if let only = swaps.first, swaps.count == 1 { return only }
    guard swaps.isEmpty else { return nil }
    var digits: [Slip] = []
    for place in 0..<17 {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != bytes[place] {
        var candidate = bytes
        candidate[place] = digit
        if agrees(candidate) { digits.append(.digit(at: place + 1)) }
      }
    }
    return digits.count == 1 ? digits[0] : nil
  }
}
