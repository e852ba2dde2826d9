// swift-tools-version: 6.2
import PackageDescription

// The suite spends most of its time in these rooms: optimised in debug builds too, it takes half as long.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// An arrow in this list is the only way one room may see another; see Sources/xueji/Documentation.docc/Rooms.md.
let package = Package(
  name: "xueji",
  products: [
    .executable(name: "xueji", targets: ["xueji"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CTables"),
    .target(name: "CCrypt", linkerSettings: [.linkedLibrary("crypt")]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Standards", dependencies: ["CTables"], swiftSettings: quick),
    .target(name: "FormModel", dependencies: ["Standards"], swiftSettings: quick),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CSystem"),
    .target(
      name: "Records", dependencies: ["CCrypt", "CSQLite", "CSystem", "FormModel"], swiftSettings: quick),
    // The library itself is loaded when it is needed: see CXLSXWriter.h.
    .target(name: "CXLSXWriter"),
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    .target(
      name: "Sheets", dependencies: ["CExpat", "CMinizip", "CXLSXWriter", "Records", "Terminal"], swiftSettings: quick),
    .target(name: "Terminal", dependencies: ["CNcurses"]),
    .target(name: "Desk", dependencies: ["Records", "Terminal"]),
    .executableTarget(
      name: "xueji",
      dependencies: [
        "Desk", "Records", "Sheets", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "TestSupport", dependencies: ["CPty", "CVterm", "Terminal"], path: "Tests/TestSupport"),
    .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
    .executableTarget(name: "DeskProbe", dependencies: ["Records"], path: "Tests/DeskProbe"),
    .target(
      name: "FuzzTargets", dependencies: ["Records", "Sheets", "Terminal"], path: "Tests/FuzzTargets",
      exclude: ["Corpus"]),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
    .testTarget(name: "StandardsTests", dependencies: ["Standards", "TestSupport"]),
    .testTarget(name: "FormModelTests", dependencies: ["FormModel", "TestSupport"]),
    .testTarget(name: "RecordsTests", dependencies: ["DeskProbe", "Records", "TestSupport"]),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "TestSupport"], exclude: ["Goldens"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["CNcurses", "Terminal", "TerminalProbe", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(name: "DeskTests", dependencies: ["Desk", "TestSupport"], exclude: ["Goldens"]),
    .testTarget(name: "XuejiTests", dependencies: ["xueji", "Records", "Terminal", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
