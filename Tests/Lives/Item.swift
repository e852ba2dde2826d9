import Sentences

/// The items of the form in the order in which a family is asked for them.
///
/// A page that asks otherwise changes one line here.
enum Item: String, CaseIterable, Comparable {
  case name, nationality
  case idType = "id_type"
  case idNumber = "id_number"
  case sex
  case birthDate = "birth_date"
  case ethnicGroup = "ethnic_group"
  case overseasStatus = "overseas_status"
  case bloodType = "blood_type"
  case birthplace
  case nativePlace = "native_place"
  case hukouType = "hukou_type"
  case nonagriculturalType = "nonagricultural_type"
  case hukouPlace = "hukou_place"
  case address
  case classCode = "class_code"
  case entryDate = "entry_date"
  case attendance
  case onlyChild = "only_child"
  case leftBehind = "left_behind"
  case migrantWorkerChild = "migrant_worker_child"
  case health, disabled
  case disabilityType = "disability_type"
  case orphan
  case guardianName = "guardian_name"
  case guardianIDNumber = "guardian_id_number"
  case guardianIDType = "guardian_id_type"

  /// What the guided page asks.
  var asks: String { label(of: rawValue) }

  /// The item's place in the national sheet.
  var number: Int {
    switch self {
    case .name: 1
    case .nationality: 8
    case .idType: 5
    case .idNumber: 6
    case .sex: 3
    case .birthDate: 4
    case .ethnicGroup: 9
    case .overseasStatus: 10
    case .bloodType: 7
    case .birthplace: 11
    case .nativePlace: 12
    case .hukouType: 13
    case .nonagriculturalType: 14
    case .hukouPlace: 15
    case .address: 16
    case .classCode: 2
    case .entryDate: 17
    case .attendance: 18
    case .onlyChild: 19
    case .leftBehind: 20
    case .migrantWorkerChild: 21
    case .health: 22
    case .disabled: 23
    case .disabilityType: 24
    case .orphan: 25
    case .guardianName: 26
    case .guardianIDType: 27
    case .guardianIDNumber: 28
    }
  }

  static func < (one: Item, other: Item) -> Bool {
    allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
  }
}
