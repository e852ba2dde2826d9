/// Where the name of a place or a people could be cut short in speech: 惠城区 is 惠城, 白沙黎族自治县 is 白沙.
enum PlaceName {
  /// The suffixes of divisions and peoples. Longer ones first: 惠阳地区 ends in 地区, not in 区.
  private static let suffixes: [[UInt32]] = [
    "特别行政区", "经济开发区", "开发区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "新区",
    "省", "市", "县", "区", "州", "盟", "旗", "族", "团",
  ].map(scalars)

  /// Peoples as they stand before 自治州, 自治县 and 自治旗, or before 区.
  private static let peoples: [[UInt32]] = [
    "柯尔克孜族", "柯尔克孜", "鄂伦春族", "鄂温克族", "达斡尔族", "哈萨克族", "哈萨克", "塔吉克族", "裕固族", "保安族", "东乡族",
    "撒拉族", "维吾尔", "蒙古族", "蒙古", "朝鲜族", "土家族", "哈尼族", "拉祜族", "仫佬族", "毛南族", "仡佬族", "布依族", "傈僳族",
    "纳西族", "景颇族", "布朗族", "普米族", "独龙族", "锡伯族", "各族", "回族", "藏族", "苗族", "彝族", "壮族", "满族", "侗族", "瑶族", "白族",
    "傣族", "黎族", "佤族", "畲族", "水族", "土族", "羌族", "怒族",
  ].map(scalars)

  /// Names that many towns had at once, so that sharing them says nothing about a place elsewhere: 城区, 郊区, 新市区.
  private static let common = Set(scalars("城郊市东西南北中新矿江河"))

  /// How long the name is without its suffix, and without the peoples before that too; the whole length where
  /// nothing could be left out.
  static func stems(_ name: [UInt32]) -> (long: Int, short: Int) {
    let count = name.count
    let suffix = suffixes.first { suffix in
      count - suffix.count >= (suffix.count > 1 ? 2 : 1) && name.suffix(suffix.count).elementsEqual(suffix)
    }
    guard let suffix else { return (count, count) }
    let long = count - suffix.count
    var short = long
    while let people = peoples.first(where: { people in
      short - people.count >= 2 && name.prefix(short).suffix(people.count).elementsEqual(people)
    }) {
      short -= people.count
    }
    return (long, short)
  }

  /// True for a stem that is no name of its own.
  static func isCommon(_ stem: some Sequence<UInt32>) -> Bool { stem.allSatisfy(common.contains) }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
