import Foundation

/// What a command took: seconds by the clock, seconds of processors, and its largest size in memory, in MB.
struct Spent {
  var clock = 0.0
  var processor = 0.0
  var memory = 0.0

  /// As a row says it.
  var text: String {
    "\(clock.seconds), \(processor.seconds) of processors, \(Int(memory.rounded())) MB resident"
  }
}

/// The program that is measured, and the folder of this run.
struct ProgramUnderTest {
  let path: String
  let folder: String

  /// Where the bench works; nothing of the person's own settings reaches the program.
  var environment: [String: String] {
    [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "LOGNAME": "bench", "HOME": folder,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "XUEJI_STORE": folder + "/none",
    ]
  }

  /// Runs a command of the program to its end; 1 says that something was found.
  @discardableResult
  func run(_ arguments: String...) throws -> Spent {
    let (spent, status, _) = try Self.run([path] + arguments, environment)
    guard status <= 1 else { throw BenchFailure("xueji \(arguments.joined(separator: " ")) ended with \(status)") }
    return spent
  }

  /// What a piece of Python prints, which are numbers; nil where no Python here has its modules.
  func python(_ code: String, _ arguments: String...) throws -> [Double]? {
    for python in ["python3", "/usr/bin/python3"] {
      let (_, status, output) = try Self.run(["/usr/bin/env", python, "-c", code] + arguments, environment)
      if status == 0 { return output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
    }
    return nil
  }

  private static func run(
    _ command: [String], _ environment: [String: String]
  ) throws -> (spent: Spent, status: Int, output: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw BenchFailure("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var (words, values) = (Self.strings(command), Self.strings(environment.map { "\($0)=\($1)" }))
    defer { for word in words + values { free(word) } }
    var process: pid_t = 0
    let start = DispatchTime.now().uptimeNanoseconds
    let failure = posix_spawn(&process, command[0], &actions, nil, &words, &values)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw BenchFailure("\(command[0]) did not start: \(failure)") }
    var (spent, output) = (Spent(), [UInt8]())
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    var (status, usage): (Int32, rusage) = (0, rusage())
    while true {
      // Its largest size so far: what the system says at its end counts the bench's own from before the program began.
      spent.memory = max(spent.memory, residentMegabytes(process))
      var waiting = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 5) > 0 {
        let count = read(ends[0], &bytes, bytes.count)
        if count > 0 {
          // What is measured by its time alone may print a city.
          if output.count < 1 << 16 { output += bytes[..<count] }
          continue
        }
      }
      if wait4(process, &status, waiting.revents & Int16(POLLHUP) != 0 ? 0 : WNOHANG, &usage) == process { break }
    }
    spent.clock = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    spent.processor = usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
    return (
      spent, Int(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F), String(decoding: output, as: UTF8.self)
    )
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

  private static func residentMegabytes(_ process: pid_t) -> Double {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
  }
}

extension timeval {
  var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
