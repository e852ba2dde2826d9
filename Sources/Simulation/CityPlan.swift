import FormModel
import Records
import Standards

/// Plans a city's children one kindergarten after the other: who they are, and what goes wrong.
///
/// No two children have one number, nor one name and birth date, but those that are meant to be one child twice: numbers
/// are counted on within a county and a day, as a register does it.
struct CityPlan {
  private let model: CityModel
  private let today: CalendarDate
  private let offset: Int
  private let errors: Int
  private var numbers: SeededNumbers
  /// How many numbers each county has given out for a day.
  private var issued: [UInt64: Int] = [:]
  /// How many children were born on a day.
  private var born: [Int: Int] = [:]
  /// A few children of other kindergartens, who may turn up once more.
  private var known: [(kindergarten: Int, child: InventedChild)] = []

  /// - Parameter errors: how many of a million records have something wrong with them.
  init(_ model: CityModel, seed: UInt64, errors: Int, now: Timestamp) {
    (self.model, self.errors) = (model, errors)
    (today, offset) = (now.date, now.offset)
    numbers = SeededNumbers(seed: seed)
  }

  func kindergarten(_ number: Int) -> InventedKindergarten {
    let county = model.counties[number % model.counties.count]
    let path = model.form.tables.path(of: county)
    let parts = model.kindergarten.split(separator: "{}", omittingEmptySubsequences: false)
    let gaps = [path.last ?? county, String(number / model.counties.count + 1)]
    let name = parts.enumerated().map { $1 + (gaps.indices.contains($0) ? gaps[$0] : "") }.joined()
    return InventedKindergarten(
      number: number, name: name, division: county, classes: Array(model.classes.joined()))
  }

  /// The next children, of one kindergarten.
  mutating func children(_ count: Int, of kindergarten: InventedKindergarten) -> [InventedChild] {
    var children: [InventedChild] = []
    children.reserveCapacity(count)
    var taken: Set<RecordCode> = []
    for begun in (0..<count).map({ _ in moment() }).sorted() {
      var child = child(of: kindergarten, begun: begun, after: children.last, avoiding: taken)
      taken.insert(child.identity.code)
      if children.count < Self.mostMet, child.mistake == nil, !child.isSibling { mayComeAgain(&child, kindergarten) }
      children.append(child)
    }
    return children
  }

  /// A few children of each kindergarten are enough.
  private static let mostMet = 4
  private static let mostKnown = 64

  /// A child that may be entered in another kindergarten as well.
  private mutating func mayComeAgain(_ child: inout InventedChild, _ kindergarten: InventedKindergarten) {
    (child.course, child.owes, child.isUsual) = (.approved, false, true)
    known.append((kindergarten.number, child))
    if known.count > Self.mostKnown { known.removeFirst() }
  }

  private mutating func child(
    of kindergarten: InventedKindergarten, begun: Timestamp, after last: InventedChild?,
    avoiding taken: Set<RecordCode>
  ) -> InventedChild {
    let age = numbers.below(3)
    let autumn = CalendarDate(year: today.month >= 9 ? today.year : today.year - 1, month: 9, day: 1) ?? today
    let birthDate = autumn.adding(months: -12 * (age + 4)).adding(days: 1 + numbers.below(365))
    let identity = RecordIdentity(
      milliseconds: begun.milliseconds, after: last?.identity.id, avoiding: taken, using: &numbers)
    let surname = numbers.below(model.surnames.count)
    let classes = model.classes[age]
    var child = InventedChild(
      seed: numbers.next(), identity: identity, name: childName(surname, bornOn: birthDate),
      number: number(in: kindergarten.division, on: birthDate), birthDate: birthDate,
      entryDate: autumn.adding(months: -12 * age), className: classes[numbers.below(classes.count)],
      guardianName: name(numbers.perMille(450) ? surname : numbers.below(model.surnames.count)), guardianNumber: "",
      begun: begun, course: course(), isByTeacher: numbers.perMille(180), owes: numbers.perMille(90), isSibling: false,
      isUsual: false, mistake: nil)
    if numbers.below(1_000_000) < errors { child.mistake = model.mistakes.one(&numbers) }
    let adult = CalendarDate(year: birthDate.year - 22 - numbers.below(18), month: 1, day: 1) ?? birthDate
    child.guardianNumber = number(in: kindergarten.division, on: adult.adding(days: numbers.below(365)))
    if child.mistake?.change == .twice { makeTwin(&child, kindergarten) }
    if child.mistake != nil { (child.course, child.owes, child.isUsual) = (.handedIn, false, true) }
    if let last, child.mistake == nil, last.mistake == nil, !last.isByTeacher, !last.isSibling, !last.owes,
      case .approved = last.course, numbers.perMille(90)
    {
      child.isSibling = true
      // What it shares with the other may be odd in it, which is said before handing in.
      if case .abandoned = child.course { child.course = .handedIn }
      child.isByTeacher = false
      (child.guardianName, child.guardianNumber, child.begun) = (last.guardianName, last.guardianNumber, last.begun)
    }
    return child
  }

  /// The child of another kindergarten once more; where none is known, nothing is wrong.
  private mutating func makeTwin(_ child: inout InventedChild, _ kindergarten: InventedKindergarten) {
    let others = known.indices.filter { known[$0].kindergarten != kindergarten.number }
    guard !others.isEmpty else {
      child.mistake = nil
      return
    }
    // Each once: the third record of one child would have two to be told of.
    let twin = known.remove(at: others[numbers.below(others.count)]).child
    (child.name, child.number, child.birthDate) = (twin.name, twin.number, twin.birthDate)
    child.entryDate = twin.entryDate
    (child.guardianName, child.guardianNumber) = (twin.guardianName, twin.guardianNumber)
    // What it is answered with beside that is the other's as well.
    child.seed = twin.seed
    child.twin = twin.identity.id
  }

  private mutating func course() -> InventedChild.Course {
    switch numbers.below(1_000) {
    case ..<35: .abandoned(after: 4 + numbers.below(16))
    case ..<250: .handedIn
    case ..<275: .returned
    case ..<295: .withdrawn
    default: .approved
    }
  }

  /// In the office hours of the last four weeks.
  private mutating func moment() -> Timestamp {
    let day = today.adding(days: -1 - numbers.below(27)).dayNumber
    let second = 8 * 3_600 + numbers.below(9 * 3_600)
    return Timestamp(
      milliseconds: (day * 86_400 + second - offset * 60) * 1_000 + numbers.below(1_000), offset: offset)
  }

  // MARK: Names and numbers

  /// Another name for every child that was born on the day.
  private mutating func childName(_ surname: Int, bornOn day: CalendarDate) -> String {
    let count = born[day.dayNumber, default: 0]
    born[day.dayNumber] = count + 1
    let (all, letters) = (model.characters.count * model.characters.count, model.characters)
    // Counted on in steps that share no divisor with all there are, so that none comes again before all were there.
    let place = (count * Self.step(coprimeTo: all) + day.dayNumber * 7_919) % all
    return String([model.surnames[surname], letters[place / letters.count], letters[place % letters.count]])
  }

  private static func step(coprimeTo count: Int) -> Int {
    func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
    return (count * 3 / 5..<count).first { divisor($0, count) == 1 } ?? 1
  }

  private mutating func name(_ surname: Int) -> String {
    let letters = model.characters
    return String([
      model.surnames[surname], letters[numbers.below(letters.count)], letters[numbers.below(letters.count)],
    ])
  }

  /// The next number that a county gives out for a birth date.
  private mutating func number(in county: String, on day: CalendarDate) -> String {
    let key = UInt64(Divisions.number(county.utf8) ?? 0) << 32 | UInt64(day.dayNumber + 1 << 24)
    let count = issued[key, default: 0]
    issued[key] = count + 1
    guard count < Self.numbersOfADay else {
      // More births on one day than a register has numbers for.
      let next = ((model.counties.firstIndex(of: county) ?? 0) + 1) % model.counties.count
      return number(in: model.counties[next], on: day)
    }
    // As if by lot, so that boys and girls are as many.
    let sequence = 1 + (count * 457 + Int(key % 991)) % Self.numbersOfADay
    return CitizenNumber.invented(area: county, birthDate: day, sequence: sequence)
  }

  private static let numbersOfADay = 999
}
