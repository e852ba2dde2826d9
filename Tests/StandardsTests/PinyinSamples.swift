/// Invented names and addresses with what somebody types for them; none of these words was used to make the tables.
enum PinyinSamples {
  struct Sample {
    var text: String
    /// One reading a character.
    var readings: [String]
  }

  /// The commonest surnames, some rare ones, and those of two characters.
  static let surnames = parse(
    """
    王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo \
    梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng \
    吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang \
    范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi \
    顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen \
    单shan 仇qiu 解xie 区ou 查zha 欧阳ou_yang 尉迟yu_chi 司马si_ma 上官shang_guan 诸葛zhu_ge 皇甫huang_fu
    """)

  /// What given names are made of.
  static let given = parse(
    """
    小xiao 明ming 子zi 涵han 梓zi 轩xuan 浩hao 宇yu 欣xin 怡yi 雨yu 佳jia 思si 晨chen 俊jun 杰jie 博bo 文wen 雅ya 静jing 婷ting \
    丽li 芳fang 伟wei 强qiang 磊lei 洋yang 勇yong 艳yan 娟juan 敏min 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu \
    兰lan 红hong 春chun 燕yan 建jian 国guo 军jun 海hai 波bo 志zhi 飞fei 鹏peng 龙long 凤feng 云yun 雪xue 梅mei 莉li 琳lin 晓xiao \
    天tian 泽ze 一yi 诺nuo 安an 乐le 诗shi 语yu 可ke 馨xin 若ruo 萱xuan 嘉jia 睿rui 瑞rui 辰chen 阳yang 铭ming 哲zhe 琪qi 瑶yao \
    悦yue 心xin 妍yan 彤tong 佑you 宁ning 然ran 逸yi 恒heng 毅yi 航hang 翔xiang 峰feng 山shan 水shui 清qing 秋qiu 冬dong 夏xia 月yue
    """)

  static let places = parse(
    """
    广东省惠州市惠城区guang_dong_sheng_hui_zhou_shi_hui_cheng_qu 湖南省长沙市岳麓区hu_nan_sheng_chang_sha_shi_yue_lu_qu \
    四川省成都市武侯区si_chuan_sheng_cheng_du_shi_wu_hou_qu 山东省烟台市福山区shan_dong_sheng_yan_tai_shi_fu_shan_qu \
    佛山市顺德区fo_shan_shi_shun_de_qu 贵港市平南县gui_gang_shi_ping_nan_xian 南昌市进贤县nan_chang_shi_jin_xian_xian \
    浙江省宁波市鄞州区zhe_jiang_sheng_ning_bo_shi_yin_zhou_qu 博罗县bo_luo_xian 惠东县hui_dong_xian 重庆市渝北区chong_qing_shi_yu_bei_qu \
    河南省信阳市固始县he_nan_sheng_xin_yang_shi_gu_shi_xian 福州市长乐区fu_zhou_shi_chang_le_qu 西安市雁塔区xi_an_shi_yan_ta_qu
    """)

  static let roads = parse(
    """
    人民路ren_min_lu 建设大道jian_she_da_dao 解放东路jie_fang_dong_lu 中山西路zhong_shan_xi_lu 长江路chang_jiang_lu 文化街wen_hua_jie \
    和平巷he_ping_xiang 新华书店xin_hua_shu_dian 花园小区hua_yuan_xiao_qu 幸福家园xing_fu_jia_yuan 东风村dong_feng_cun 红旗镇hong_qi_zhen \
    胜利街道sheng_li_jie_dao 青年路qing_nian_lu 滨江花园bin_jiang_hua_yuan 工业大道gong_ye_da_dao 学院路xue_yuan_lu 车站路che_zhan_lu \
    光明社区guang_ming_she_qu 南湖公寓nan_hu_gong_yu 北京路bei_jing_lu 团结新村tuan_jie_xin_cun 湖滨南路hu_bin_nan_lu 朝阳街zhao_yang_jie
    """)

  static let tails = parse(
    "附近fu_jin 对面dui_mian 后面hou_mian 三单元san_dan_yuan 二栋er_dong 一楼yi_lou 市场shi_chang 医院yi_yuan 小学xiao_xue 村委会cun_wei_hui")

  /// `字zi` or `惠州hui_zhou`, with spaces between.
  private static func parse(_ text: String) -> [Sample] {
    text.split(separator: " ").map { part in
      let hanzi = part.prefix { !$0.isASCII }
      return Sample(
        text: String(hanzi), readings: part.dropFirst(hanzi.count).split(separator: "_").map(String.init))
    }
  }

  /// What somebody types who does not tell z from zh, n from l, f from h or an from ang: one sound of the text.
  static func southern(_ readings: [String], _ choice: Int) -> [String]? {
    let changes: [(String) -> String?] = [
      { $0.hasPrefix("zh") || $0.hasPrefix("ch") || $0.hasPrefix("sh") ? String($0.prefix(1) + $0.dropFirst(2)) : nil },
      { $0.hasPrefix("n") ? "l" + $0.dropFirst() : nil },
      { $0.hasPrefix("hua") ? "f" + $0.dropFirst(2) : nil },
      { $0.hasSuffix("ang") || $0.hasSuffix("eng") || $0.hasSuffix("ing") ? String($0.dropLast()) : nil },
      { $0.hasSuffix("an") || $0.hasSuffix("in") || $0.hasSuffix("en") ? $0 + "g" : nil },
    ]
    let possible = readings.indices.flatMap { place in
      changes.compactMap { change in change(readings[place]).map { (place, $0) } }
    }
    guard !possible.isEmpty else { return nil }
    let (place, typed) = possible[choice % possible.count]
    var readings = readings
    readings[place] = typed
    return readings
  }
}
