import Synchronization

/// Whether this program has had the store's records before it.
///
/// A folder that was there and is gone was unplugged or moved: making it anew would hide that, and what is saved then
/// would lie where nobody looks for it.
final class StorePresence: Sendable {
  private let seen = Mutex(false)

  var isKnown: Bool { seen.withLock { $0 } }

  func markSeen() { seen.withLock { $0 = true } }
}
