import Desk
import Records

extension Session {
  /// Says at the door that nobody has an account yet, so that nobody tries in vain.
  mutating func knock() {
    do throws(StoreError) {
      if try !store.hasAccounts() { tell(.door(.noAccounts)) }
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Lets a teacher or staff member in, as the store decides.
  mutating func enter(_ name: String, _ pin: String) {
    do throws(StoreError) {
      switch try store.enter(name: name, pin: pin, at: context.now.milliseconds) {
      case .open(let holder): tell(.door(.entered(holder)))
      case .refused: tell(.door(.refused))
      case .wait(let seconds): tell(.door(.wait(seconds: seconds)))
      }
    } catch {
      tell(.unreadable(error))
    }
  }

  // MARK: Families

  /// Opens a family's record for whoever knows its code and its secret; otherwise nobody learns which was wrong.
  mutating func open(_ typed: String, _ secret: String) {
    let (code, lookAlikes) = (RecordCode(typed), RecordCode.lookAlikes(of: typed))
    let attempt = DoorTry(code: code ?? lookAlikes.first, desk: ThisDesk.name, at: context.now)
    defer { tellIfUncounted() }
    if let refusal = count(attempt) { return tell(refusal) }
    finishSaving()
    do throws(StoreError) {
      let found = try index.recordAtDoor(code, lookAlikes: lookAlikes, setting: context.setting)
      let family = Authority.family(Sitting(person))
      func held(_ record: Record) -> HeldRecord? {
        HeldRecord(record, openedBy: secret, holder: family, on: context.now.date, form: store.forms.form(of: record))
      }
      let beside: JournalsBeside =
        found.map { store.journals(of: $0.record.id, day: $0.record.created.at.date) } ?? ([], [])
      // The family may know a secret that was typed but not saved, such as the birth date itself.
      let left = beside.readings.last { $0.owner == .gone && held($0.base.record) != nil }
      let opened = left.flatMap { held($0.base.record) } ?? found.flatMap { held($0.record) }
      guard let opened, let found, found.bearsCode else { return tell(.door(.refused)) }
      pass(attempt)
      know(found.record)
      if let left { resume(left, opened, current: found.record) } else { tell(.opened(opened, for: .family)) }
      tellWhoElse(found.record, beside)
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Uncovers the screen for the family that sat here.
  mutating func unlock(_ record: Record, _ secret: String) {
    let attempt = DoorTry(code: record.code, desk: ThisDesk.name, at: context.now)
    defer { tellIfUncounted() }
    if let refusal = count(attempt) { return tell(refusal) }
    guard record.unlocks(to: secret, on: context.now.date, form: store.forms.form(of: record)) else {
      return tell(.door(.refused))
    }
    pass(attempt)
    tell(.door(.unlocked))
  }

  /// Counts a try before it is judged, and says why it may not be made.
  ///
  /// It is counted here as well, so that a store that cannot be read or written does not lift a wait.
  mutating func count(_ attempt: DoorTry) -> News? {
    let here = door.count(attempt)
    var answer = here
    do throws(StoreError) { answer = try store.count(attempt) } catch { isUncounted = true }
    switch answer {
    case .mayTry: return nil
    case .wait(let seconds): return .door(.wait(seconds: seconds))
    case .closed: return .door(.closed)
    }
  }

  mutating func pass(_ attempt: DoorTry) {
    door.pass(attempt)
    // If this fails, tries for this family's own code stay counted until its next right answer.
    do throws(StoreError) { try store.pass(attempt) } catch { isUncounted = true }
  }

  /// Says on the page that a try has led to that the store has not taken its count.
  mutating func tellIfUncounted() {
    if isUncounted { tell(.door(.uncounted)) }
    isUncounted = false
  }
}
