import Desk
import Records

extension Session {
  /// Tells staff everybody's accounts, and a teacher only their own.
  mutating func askAccounts(_ holder: Authority) {
    do throws(StoreError) {
      let accounts = try store.accounts()
      tell(.work(.accounts(accounts.filter { holder.role == .staff || $0.name == holder.person.name })))
    } catch {
      tell(.unreadable(error))
    }
  }

  mutating func make(_ change: AccountChange, _ holder: Authority) {
    do throws(StoreError) {
      let problem = try store.make(change, Stamp(at: context.now, by: holder.person), for: holder)
      tell(.work(.accountChanged(change, problem)))
      askAccounts(holder)
    } catch {
      tell(.unreadable(error))
    }
  }
}
