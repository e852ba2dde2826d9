@testable import Desk

/// What a page is told of a file of children: a workbook of two sheets, in a folder of its own.
enum SampleRoster {
  static let path = "/media/usb/小班名单.xlsx"

  static func answer(_ request: RosterRequest, _ step: RosterRequest.Step) -> RosterNews {
    if request.path == "nowhere" { return .refused("nowhere") }
    switch step {
    case .look: return request.path == path ? .read(view(request.changes)) : .folder(entries)
    case .attempt, .take:
      let rows = (4...40).map { "＋  小一班 \($0)  潘小明" }
      return .took(["新建 \(request.left.isEmpty ? 37 : 18)。"] + rows, step)
    }
  }

  static let entries = [
    RosterEntry(name: "小班名单.xlsx", path: path, isFolder: false),
    RosterEntry(name: "去年", path: "/media/usb/去年", isFolder: true),
  ]

  static func view(_ changes: [String]) -> RosterView {
    let isTold = changes.contains("监护人电话=contact.telephone")
    let columns = [
      RosterView.Column(name: "姓名", line: "B 姓名 → 1"),
      RosterView.Column(name: "监护人电话", line: "C 监护人电话" + (isTold ? " → 联系电话" : " ?")),
    ]
    return RosterView(
      sheets: [
        RosterView.Sheet(name: "小一班", children: 18, columns: columns, remarks: ["示范幼儿园 2015"]),
        RosterView.Sheet(name: "小二班", children: 19, columns: columns, remarks: []),
      ],
      items: [
        RosterView.Item(name: "name", label: "幼儿姓名"),
        RosterView.Item(name: "contact.telephone", label: "联系电话"),
      ], unread: "说明")
  }
}
