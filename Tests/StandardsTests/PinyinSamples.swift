/// Invented names and addresses with what somebody types for them.
enum PinyinSamples {
  struct Sample {
    var text: String
    /// One reading a character.
    var readings: [String]
  }

  /// The commonest surnames, rare ones, some that are read in a way of their own, and those of two characters.
  static let surnames = parse(
    """
    王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he \
    林lin 罗luo 高gao 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 肖xiao \
    田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao \
    沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia 方fang 邹zou \
    熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 段duan 雷lei 黎li 陶tao 贺he 毛mao 郝hao 顾gu \
    龚gong 邵shao 万wan 覃qin 武wu 钱qian 戴dai 严yan 莫mo 孔kong 向xiang 常chang 温wen 康kang 施shi 牛niu 樊fan \
    葛ge 邢xing 安an 齐qi 易yi 乔qiao 庞pang 颜yan 庄zhuang 聂nie 鲁lu 岳yue 翟zhai 申shen 耿geng 关guan 焦jiao \
    左zuo 柳liu 甘gan 祝zhu 包bao 宁ning 尚shang 符fu 舒shu 阮ruan 纪ji 梅mei 童tong 凌ling 毕bi 单shan 裴pei \
    霍huo 涂tu 苗miao 谷gu 盛sheng 曲qu 翁weng 冉ran 骆luo 蓝lan 路lu 靳jin 管guan 柴chai 蒙meng 鲍bao 祁qi 蒲pu \
    房fang 滕teng 屈qu 饶rao 解xie 牟mou 艾ai 仇qiu 区ou 查zha 盖gai 冼xian 佘she 谌chen 闵min 阚han 逄pang 亓qi \
    郇xun 麴qu 欧阳ou_yang 尉迟yu_chi 司马si_ma 上官shang_guan 诸葛zhu_ge 皇甫huang_fu 夏侯xia_hou 慕容mu_rong \
    令狐ling_hu 万俟mo_qi
    """)

  /// What given names of children and of their parents are made of.
  static let given = parse(
    """
    子zi 梓zi 宇yu 泽ze 雨yu 涵han 欣xin 一yi 诗shi 佳jia 宸chen 轩xuan 奕yi 浩hao 思si 瑞rui 睿rui 嘉jia 博bo \
    沐mu 萱xuan 昕xin 熙xi 辰chen 晨chen 俊jun 怡yi 艺yi 悦yue 可ke 语yu 心xin 安an 若ruo 瑶yao 妍yan 琪qi 雅ya \
    彤tong 静jing 馨xin 诺nuo 然ran 逸yi 航hang 恩en 宁ning 佑you 哲zhe 皓hao 霖lin 煜yu 桐tong 钰yu 筱xiao \
    楠nan 晗han 朵duo 果guo 凡fan 元yuan 以yi 予yu 锦jin 知zhi 行xing 初chu 时shi 夏xia 夕xi 禾he 沫mo 棠tang \
    柚you 橙cheng 栀zhi 鹿lu 屿yu 川chuan 野ye 澄cheng 希xi 望wang 未wei 来lai 小xiao 明ming 伟wei 强qiang 磊lei \
    洋yang 勇yong 艳yan 娟juan 敏min 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 玉yu 兰lan 红hong \
    春chun 燕yan 建jian 国guo 军jun 海hai 波bo 志zhi 飞fei 鹏peng 龙long 凤feng 云yun 梅mei 莉li 琳lin 晓xiao \
    天tian 东dong 立li 新xin 振zhen 兴xing 文wen 武wu 忠zhong 德de 福fu 贵gui 荣rong 昌chang 永yong 长chang \
    生sheng 根gen 水shui 木mu 林lin 森sen 松song 竹zhu 清qing 莲lian 芳fang 芬fen 菊ju 花hua 草cao 香xiang \
    旺wang 光guang 辉hui 亮liang 星xing 月yue 阳yang 彩cai 虹hong 雷lei 雪xue 冰bing 山shan 河he 江jiang 湖hu \
    洪hong 涛tao 浪lang 源yuan 泉quan 淑shu 贤xian 惠hui 美mei 丽li 婷ting 娜na 媛yuan 婉wan 娇jiao 妹mei 巧qiao \
    珍zhen 珠zhu 琴qin 瑛ying 璐lu 玲ling 珊shan 宝bao 银yin 铁tie 钢gang 锋feng 铭ming 鑫xin 金jin 万wan 千qian \
    百bai 世shi 代dai 祖zu 宗zong 继ji 承cheng 先xian 启qi 智zhi 勤qin 学xue 良liang 善shan 仁ren 义yi 礼li \
    信xin 诚cheng 孝xiao 爱ai 友you 民min 众zhong 力li 胜sheng 利li 成cheng 功gong 庆qing 乐le 喜xi 吉ji 祥xiang \
    如ru 意yi 顺shun 康kang 健jian 宏hong 广guang 大da 正zheng 方fang 圆yuan 全quan 满man 丰feng 盈ying
    """)

  static let places = parse(
    """
    广东省惠州市惠城区guang_dong_sheng_hui_zhou_shi_hui_cheng_qu \
    湖南省长沙市岳麓区hu_nan_sheng_chang_sha_shi_yue_lu_qu \
    四川省成都市武侯区si_chuan_sheng_cheng_du_shi_wu_hou_qu \
    山东省烟台市福山区shan_dong_sheng_yan_tai_shi_fu_shan_qu 佛山市顺德区fo_shan_shi_shun_de_qu \
    贵港市平南县gui_gang_shi_ping_nan_xian 南昌市进贤县nan_chang_shi_jin_xian_xian \
    浙江省宁波市鄞州区zhe_jiang_sheng_ning_bo_shi_yin_zhou_qu 博罗县bo_luo_xian 惠东县hui_dong_xian \
    重庆市渝北区chong_qing_shi_yu_bei_qu 河南省信阳市固始县he_nan_sheng_xin_yang_shi_gu_shi_xian \
    福州市长乐区fu_zhou_shi_chang_le_qu 西安市雁塔区xi_an_shi_yan_ta_qu \
    广西壮族自治区南宁市武鸣区guang_xi_zhuang_zu_zi_zhi_qu_nan_ning_shi_wu_ming_qu \
    江西省赣州市于都县jiang_xi_sheng_gan_zhou_shi_yu_du_xian \
    湖北省黄冈市麻城市hu_bei_sheng_huang_gang_shi_ma_cheng_shi \
    安徽省阜阳市临泉县an_hui_sheng_fu_yang_shi_lin_quan_xian \
    河北省保定市定州市he_bei_sheng_bao_ding_shi_ding_zhou_shi \
    云南省昭通市镇雄县yun_nan_sheng_zhao_tong_shi_zhen_xiong_xian \
    贵州省毕节市织金县gui_zhou_sheng_bi_jie_shi_zhi_jin_xian \
    甘肃省定西市陇西县gan_su_sheng_ding_xi_shi_long_xi_xian \
    陕西省渭南市富平县shan_xi_sheng_wei_nan_shi_fu_ping_xian \
    辽宁省沈阳市铁西区liao_ning_sheng_shen_yang_shi_tie_xi_qu \
    黑龙江省哈尔滨市道里区hei_long_jiang_sheng_ha_er_bin_shi_dao_li_qu \
    吉林省长春市农安县ji_lin_sheng_chang_chun_shi_nong_an_xian \
    江苏省徐州市沛县jiang_su_sheng_xu_zhou_shi_pei_xian 深圳市龙岗区shen_zhen_shi_long_gang_qu \
    东莞市dong_guan_shi 内蒙古自治区赤峰市松山区nei_meng_gu_zi_zhi_qu_chi_feng_shi_song_shan_qu \
    海南省海口市琼山区hai_nan_sheng_hai_kou_shi_qiong_shan_qu \
    新疆维吾尔自治区喀什地区xin_jiang_wei_wu_er_zi_zhi_qu_ka_shi_di_qu 北京市朝阳区bei_jing_shi_chao_yang_qu \
    上海市浦东新区shang_hai_shi_pu_dong_xin_qu 天津市武清区tian_jin_shi_wu_qing_qu \
    惠州市惠阳区hui_zhou_shi_hui_yang_qu 惠州市龙门县hui_zhou_shi_long_men_xian \
    河源市紫金县he_yuan_shi_zi_jin_xian 梅州市五华县mei_zhou_shi_wu_hua_xian \
    汕尾市陆丰市shan_wei_shi_lu_feng_shi
    """)

  static let roads = parse(
    """
    人民路ren_min_lu 建设大道jian_she_da_dao 解放东路jie_fang_dong_lu 中山西路zhong_shan_xi_lu \
    长江路chang_jiang_lu 文化街wen_hua_jie 和平巷he_ping_xiang 新华街xin_hua_jie 花园小区hua_yuan_xiao_qu \
    幸福家园xing_fu_jia_yuan 东风村dong_feng_cun 红旗镇hong_qi_zhen 胜利街道sheng_li_jie_dao 青年路qing_nian_lu \
    滨江花园bin_jiang_hua_yuan 工业大道gong_ye_da_dao 学院路xue_yuan_lu 车站路che_zhan_lu \
    光明社区guang_ming_she_qu 南湖公寓nan_hu_gong_yu 北京路bei_jing_lu 团结新村tuan_jie_xin_cun \
    湖滨南路hu_bin_nan_lu 朝阳街chao_yang_jie 下角中路xia_jiao_zhong_lu 麦地路mai_di_lu \
    江北街道jiang_bei_jie_dao 三环南路san_huan_nan_lu 演达大道yan_da_da_dao 鹅岭南路e_ling_nan_lu \
    龙丰街道long_feng_jie_dao 桥东街道qiao_dong_jie_dao 水口镇shui_kou_zhen 马安镇ma_an_zhen 汝湖镇ru_hu_zhen \
    石湾镇shi_wan_zhen 园洲镇yuan_zhou_zhen 平山街道ping_shan_jie_dao 吉隆镇ji_long_zhen \
    大亚湾大道da_ya_wan_da_dao 金山湖花园jin_shan_hu_hua_yuan 江畔花园jiang_pan_hua_yuan \
    丽景花园li_jing_hua_yuan 阳光花园yang_guang_hua_yuan 世纪华庭shi_ji_hua_ting 翠湖山庄cui_hu_shan_zhuang \
    锦绣家园jin_xiu_jia_yuan 御景湾小区yu_jing_wan_xiao_qu 碧水湾小区bi_shui_wan_xiao_qu \
    凤凰城小区feng_huang_cheng_xiao_qu 李家村li_jia_cun 王家庄wang_jia_zhuang 张家湾zhang_jia_wan \
    刘家沟liu_jia_gou 陈屋村chen_wu_cun 黄泥塘村huang_ni_tang_cun 石桥头村shi_qiao_tou_cun 大塘村da_tang_cun \
    上坝村shang_ba_cun 下寨村xia_zhai_cun 新屋村xin_wu_cun 竹园村zhu_yuan_cun 柳树屯liu_shu_tun \
    杨树沟村yang_shu_gou_cun 三里屯san_li_tun 白石洲bai_shi_zhou 红岭路hong_ling_lu 深南大道shen_nan_da_dao \
    东湖西路dong_hu_xi_lu 莲花北路lian_hua_bei_lu 桂花巷gui_hua_xiang 平安大街ping_an_da_jie 迎宾路ying_bin_lu \
    振兴街zhen_xing_jie 富民路fu_min_lu 兴隆街xing_long_jie 永安路yong_an_lu 光荣街guang_rong_jie \
    前进路qian_jin_lu 民族路min_zu_lu 五一路wu_yi_lu 八一路ba_yi_lu 环城北路huan_cheng_bei_lu \
    沿江东路yan_jiang_dong_lu 河滨路he_bin_lu 育才路yu_cai_lu 学府花园xue_fu_hua_yuan 教师新村jiao_shi_xin_cun \
    供电局宿舍gong_dian_ju_su_she 医院家属院yi_yuan_jia_shu_yuan 粮站家属楼liang_zhan_jia_shu_lou \
    中心市场zhong_xin_shi_chang
    """)

  static let tails = parse(
    """
    附近fu_jin 对面dui_mian 后面hou_mian 三单元san_dan_yuan 二栋er_dong 一楼yi_lou 旁边pang_bian 市场shi_chang \
    医院yi_yuan 小学xiao_xue 村委会cun_wei_hui 东门口dong_men_kou 宿舍楼su_she_lou 居委会ju_wei_hui \
    幼儿园you_er_yuan 门卫室men_wei_shi 三组san_zu 第五村民小组di_wu_cun_min_xiao_zu
    """)

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
