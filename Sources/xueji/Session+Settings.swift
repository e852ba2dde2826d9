import Desk
import Records

extension Session {
  /// Puts what was changed in the settings into those that stand now.
  mutating func save(_ settings: Settings, since base: Settings, _ renamed: [ClassRename]) {
    context.settings = settings
    do throws(StoreError) {
      take(try store.save(settings, since: base, renamed: renamed))
    } catch {
      tell(.desk(.settingsFailed(error)))
    }
  }

  /// Takes over settings that another desk or a command has changed; where they cannot be read now, the old ones stay
  /// in force and the desk is told.
  mutating func readSettings() {
    do throws(StoreError) {
      take(try store.settings())
    } catch {
      tell(.desk(.unread(error)))
    }
  }

  private mutating func take(_ settings: Settings) {
    context.settings = settings
    tell(.desk(.settings(settings)))
  }
}
