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
}
