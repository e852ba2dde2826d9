import Commands

// What is measured is this program itself, unless another one is named: called xueji, it is the desk.
if CommandLine.arguments[0].split(separator: "/").last == "xueji" { Program.main() } else { Bench.main() }
