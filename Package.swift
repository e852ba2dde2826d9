// swift-tools-version: 6.2
import PackageDescription

// The suite spends most of its time in these rooms: optimised in debug builds too, it takes half as long.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// An arrow in this list is the only way one room may see another; see Sources/xueji/Documentation.docc/Rooms.md.
let package = Package(
  name: "xueji",
  products: [
    .executable(name: "xueji", targets: ["xueji"]),
    .executable(name: "bench", targets: ["Bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CTables"),
    .target(name: "CSkim", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(name: "CCrypt", linkerSettings: [.linkedLibrary("crypt")]),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Standards", dependencies: ["CTables"], swiftSettings: quick),
    .target(name: "FormModel", dependencies: ["Standards"], swiftSettings: quick),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CSystem"),
    .target(
      name: "Records", dependencies: ["CCrypt", "CSkim", "CSQLite", "CSystem", "FormModel"], swiftSettings: quick),
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    .target(name: "Filling", dependencies: ["Records"], swiftSettings: quick),
    .target(name: "Simulation", dependencies: ["Filling"], swiftSettings: quick),
    .target(name: "TextLayout", swiftSettings: quick),
    .target(
      name: "Sheets", dependencies: ["CExpat", "CMinizip", "Records", "TextLayout"], swiftSettings: quick),
    .target(name: "City", dependencies: ["Records", "Sheets"], swiftSettings: quick),
    .target(name: "Wording", dependencies: ["City", "Records", "Sheets"]),
    .target(name: "Terminal", dependencies: ["CNcurses", "TextLayout"], swiftSettings: quick),
    .target(name: "Desk", dependencies: ["City", "Filling", "Records", "Terminal", "Wording"], swiftSettings: quick),
    .target(
      name: "Commands",
      dependencies: [
        "City", "Desk", "Records", "Sheets", "Simulation", "Terminal", "TextLayout", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/xueji", exclude: ["Main"]),
    .executableTarget(
      name: "xueji", dependencies: ["Commands"], path: "Sources/xueji/Main",
      // The toolchain's own linker. Of a static program the system's one says, in forty lines, that functions for names
      // and addresses on the network want shared libraries; the desk uses none of them, and nobody could do anything.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(
      name: "TestSupport", dependencies: ["CPty", "CVterm", "Standards", "Terminal"], path: "Tests/TestSupport",
      swiftSettings: quick
    ),
    // What tests wait for, by the name of the phrase or of the item.
    .target(name: "Sentences", dependencies: ["FormModel", "Wording"], path: "Tests/Sentences"),
    // A store in memory, in the place of the folder.
    .target(name: "StoreSupport", dependencies: ["Records"], path: "Tests/StoreSupport", swiftSettings: quick),
    .executableTarget(name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe"),
    .executableTarget(name: "DeskProbe", dependencies: ["Records"], path: "Tests/DeskProbe"),
    // The program with another day for today; the only place where the clock can be moved.
    .target(name: "CDay", path: "Tests/CDay"),
    // The same program on a disk of which one reading call fails.
    .target(name: "CBadDisk", path: "Tests/CBadDisk", linkerSettings: [.linkedLibrary("dl")]),
    .executableTarget(name: "DeskOnADay", dependencies: ["CBadDisk", "CDay", "Commands"], path: "Tests/DeskOnADay"),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "CPty", "Commands", "Records", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Bench"),
    .target(
      name: "FuzzTargets", dependencies: ["Records", "Sheets", "Terminal"], path: "Tests/FuzzTargets",
      exclude: ["Corpus"]),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"]),
    .testTarget(name: "StandardsTests", dependencies: ["Standards", "TestSupport"]),
    .testTarget(name: "FormModelTests", dependencies: ["FormModel", "TestSupport"]),
    .testTarget(name: "CityTests", dependencies: ["City", "Simulation", "TestSupport"]),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation", "TestSupport"]),
    .testTarget(name: "FillingTests", dependencies: ["Filling", "TestSupport"]),
    .testTarget(
      name: "RecordsTests", dependencies: ["DeskProbe", "Records", "StoreSupport", "TestSupport"],
      exclude: ["Stores"]),
    // What ncurses and the canvas make of a text's width is theirs to say.
    .testTarget(name: "TextLayoutTests", dependencies: ["CNcurses", "Terminal", "TestSupport", "TextLayout"]),
    .testTarget(
      name: "WordingTests", dependencies: ["TestSupport", "TextLayout", "Wording"], exclude: ["Goldens"]),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "TestSupport", "TextLayout"], exclude: ["Goldens"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["CNcurses", "Terminal", "TerminalProbe", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "DeskTests", dependencies: ["City", "Desk", "Sentences", "StoreSupport", "TestSupport", "Wording"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "XuejiTests",
      dependencies: [
        "Commands", "DeskOnADay", "Records", "Sentences", "Sheets", "StoreSupport", "Terminal", "TestSupport",
        "TextLayout",
        "Wording", "xueji",
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "Lives", dependencies: ["DeskOnADay", "Sentences", "Terminal", "TestSupport", "Wording"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
