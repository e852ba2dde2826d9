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
  case guardianIDType = "guardian_id_type"
  case guardianIDNumber = "guardian_id_number"

  /// What the guided page asks, and the item's place in the national sheet.
  private var line: (asks: String, number: Int) {
    switch self {
    case .name: ("孩子的姓名", 1)
    case .nationality: ("国籍或地区", 8)
    case .idType: ("孩子用哪种证件", 5)
    case .idNumber: ("身份证件号码", 6)
    case .sex: ("孩子的性别", 3)
    case .birthDate: ("孩子的出生日期", 4)
    case .ethnicGroup: ("孩子的民族", 9)
    case .overseasStatus: ("是不是港澳台、华侨或外籍", 10)
    case .bloodType: ("孩子的血型", 7)
    case .birthplace: ("孩子在哪里出生", 11)
    case .nativePlace: ("孩子的籍贯", 12)
    case .hukouType: ("户口性质", 13)
    case .nonagriculturalType: ("非农业户口在城市、县城还是乡镇", 14)
    case .hukouPlace: ("孩子的户口在哪里", 15)
    case .address: ("现在住在哪里", 16)
    case .classCode: ("哪个班", 2)
    case .entryDate: ("哪天开始上这所幼儿园", 17)
    case .attendance: ("每天回家，还是住在园里", 18)
    case .onlyChild: ("是不是独生子女", 19)
    case .leftBehind: ("是不是留守儿童", 20)
    case .migrantWorkerChild: ("是不是进城务工人员的孩子", 21)
    case .health: ("孩子的健康状况", 22)
    case .disabled: ("是不是残疾幼儿", 23)
    case .disabilityType: ("哪一类残疾", 24)
    case .orphan: ("是不是孤儿", 25)
    case .guardianName: ("监护人的姓名", 26)
    case .guardianIDType: ("监护人用哪种证件", 27)
    case .guardianIDNumber: ("监护人的证件号码", 28)
    }
  }

  var asks: String { line.asks }
  var number: Int { line.number }

  static func < (one: Item, other: Item) -> Bool {
    allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
  }
}
