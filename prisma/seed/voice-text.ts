// What customers of the demo company say, in the language they said it in.

/** Of the Smart Camera while a rival was ahead of it. */
export const CAMERA_WEAK = [
  "和视安科技的摄像机对比下来没有优势，画质差不多，价格还贵一成多。",
  "看不出优势在哪里：夜视模糊，视安科技同价位已经是全彩夜视。",
  "客户问为什么不买视安科技，我们答不上来，功能大同小异。",
  "夜视效果不如视安科技，误报也多，物业不愿意再试点。",
  "报价比视安科技贵，功能没有区别，采购直接把我们排除了。",
  "Compared with VisiGuard we see no real advantage, and the price is higher.",
  "Night vision is blurry; VisiGuard shows colour at the same price. Nothing special here.",
  "The camera is fine but there is no reason to pay more than for VisiGuard.",
] as const;

/** Of the Smart Camera since it was repositioned. */
export const CAMERA_STRONG = [
  "新版夜视很清晰，加上云存储套餐，性价比比视安科技高。",
  "本地识别不用上传视频，这一点视安科技没有，客户很看重。",
  "新固件之后误报少了很多，画质也稳定，愿意推荐给兄弟单位。",
  "The new night vision is clear, and local recognition makes it stand out.",
  "Better value now that cloud storage is in the bundle.",
] as const;

/** In the weak stores before their staff were trained. */
export const STORE_WEAK = [
  "店员对产品不熟悉，问门锁和网关怎么联动，说不清楚。",
  "想看摄像机夜视演示，店员不会演示，让我自己上网查。",
  "导购不专业，一问三不知，只会说有优惠。",
  "问了三个问题店员都答不上，最后没买。",
  "Staff did not know the products and could not explain the difference between the two locks.",
  "Nobody could answer how the hub works; I left without buying.",
] as const;

/** In any store. */
export const STORE_GOOD = [
  "店员讲解很专业，门锁当场演示了一遍，服务很好。",
  "环境整洁，陈列清楚，店员耐心，第二天就上门安装。",
  "安装师傅很准时，讲得很清楚，老人也会用。",
  "Knowledgeable staff, friendly service, and the store is tidy.",
  "价格实惠，活动力度大，店员热情。",
] as const;
export const STORE_BAD = [
  "安装延期了两天，打客服电话一直占线。",
  "周末店里太吵，等了半小时才有人接待。",
  "促销价和收银价格不一样，要找店长才改过来。",
  "Delivery was late and the packaging was damaged.",
] as const;

/** Of business customers after a project. */
export const PROJECT_GOOD = [
  "交付准时，调试人员专业，验收一次通过。",
  "响应很快，晚上十点还在帮我们处理接口问题。",
  "方案做得细，价格合理，后续项目还会找你们。",
  "产品稳定，半年没有故障，维保到位。",
  "On time, professional installation, and good support after sales.",
  "Easy to deal with from quote to acceptance.",
] as const;
export const PROJECT_MIXED = [
  "产品可以，就是交货比约定晚了一周。",
  "功能够用，系统界面有点复杂，希望有培训。",
  "价格略贵，但服务态度不错。",
  "Works well, though delivery took longer than promised.",
] as const;
export const PROJECT_BAD = [
  "设备频繁掉线，报修三次还没有彻底解决。",
  "售后响应太慢，客服推诿，影响了我们开业。",
  "发票拖了一个月，对接人换了三个。",
  "到货少了两箱，补发又等了十天。",
  "Devices keep disconnecting and support is slow to respond.",
] as const;

export const SUGGESTIONS = [
  "希望开放接口，能和我们的物业系统对接。",
  "建议门锁增加临时密码审批功能。",
  "希望云存储可以按季度付费，预算更好安排。",
  "Please add an English interface to the control panel.",
] as const;

/** Why a customer bought elsewhere, by reason. */
export const LOST: Record<string, readonly string[]> = {
  价格: [
    "总价比对手高 8% 左右，集团按最低价中标。",
    "预算被砍，选了便宜的方案。",
    "The price was above our budget.",
  ],
  产品质量: ["试用期间掉线两次，技术部门不放心。", "The pilot had defects we could not accept."],
  缺少功能: ["缺少与消防系统的联动接口。", "The feature we needed is only planned for next year."],
  交付周期: ["对手承诺两周交货，我们要六周。", "Your lead time was too long for our opening."],
  客户关系: ["集团一直用原来的供应商，不想换。", "We stayed with the supplier we know."],
  暂不采购: ["项目推迟到明年再议。", "The project was put on hold."],
};

export const ANSWERS = [
  "已致电客户，说明原因并道歉。",
  "已收到，安排技术同事今天联系。",
  "感谢反馈，已转给产品团队。",
  "Called the customer and agreed on the next step.",
] as const;
export const SOLUTIONS = [
  "更换设备并延长质保半年，客户满意。",
  "补发配件，专人跟进到安装完成。",
  "已重新培训店员并回访客户。",
  "给出折扣并签了补充协议。",
  "Replaced the unit and confirmed with the customer.",
] as const;
export const CONTACTS = [
  "张经理",
  "王主任",
  "李女士",
  "陈工",
  "刘总",
  "Ms. Chen",
  "Mr. Wang",
] as const;
