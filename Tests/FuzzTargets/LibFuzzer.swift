// A release cannot test what is internal.
#if DEBUG
  import Glibc

  /// Which reader a run of libFuzzer tries: `XUEJI_FUZZ_TARGET`.
  private let chosen = getenv("XUEJI_FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .json

  /// What libFuzzer calls with each input; a broken promise ends the process, so that the input is kept.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
      try chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
      print("\(chosen): \(error)")
      // What stands in a buffer is gone with the process.
      fflush(nil)
      abort()
    }
    return 0
  }
#endif
