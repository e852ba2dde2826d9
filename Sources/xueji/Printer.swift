import Glibc

/// The command that prints what it reads, such as `lp -d desk`: its words, without a shell.
struct Printer {
  private let words: [String]

  /// How long it may take, in milliseconds: the desk waits for it.
  private static let longest = 3_000

  init(_ command: String) { words = command.split(separator: " ").map(String.init) }

  /// Hands the text over; whether the command took it.
  func print(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard !words.isEmpty, pipe(&ends) == 0 else { return false }
    // A slip is far shorter than what a pipe holds, so that nothing waits for the command to read it.
    let bytes = Array(text.utf8)
    let isWritten = fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 && write(ends[1], bytes, bytes.count) == bytes.count
    close(ends[1])
    defer { close(ends[0]) }
    guard isWritten, let process = start(reading: ends[0]) else { return false }
    return hasPrinted(process)
  }

  /// In a group of its own and without the terminal, so that it hears and says nothing there.
  private func start(reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    return posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ) == 0 ? process : nil
  }

  private func hasPrinted(_ process: pid_t) -> Bool {
    var status: Int32 = 0
    for _ in 0..<Self.longest / 10 {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 }
      if ended < 0, errno != EINTR { return false }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return false
  }
}
