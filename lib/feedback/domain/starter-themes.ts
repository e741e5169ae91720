/** A theme a new company starts with; its admin changes words and themes as they like. */
export type StarterTheme = {
  /** Used by the benchmark and the demo company, not stored. */
  key: string;
  name: string;
  nameEn: string;
  /** Off until an admin wants it: only some trades need it. */
  off?: true;
  words: readonly string[];
  wordsEn: readonly string[];
};

const list = (text: string) =>
  text
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

export const STARTER_THEMES: readonly StarterTheme[] = [
  {
    key: "quality",
    name: "产品质量",
    nameEn: "Product quality",
    words:
      list(`质量, 做工, 品控, 故障, 坏了, 损坏, 返修, 次品, 瑕疵, 掉线, 卡顿, 死机, 发热, 异响, 画质, 清晰, 模糊, 夜视,
      耐用, 不耐用, 稳定, 不稳定, 失灵, 松动, 开裂, 噪音`),
    wordsEn:
      list(`quality, broken, breaks, broke, broke down, defect*, faulty, failure, failed, crash*, freezes, unreliable, reliable,
      durable, sturdy, flimsy, overheat*, image quality, picture quality, night vision, blurry, disconnect*, unstable`),
  },
  {
    key: "features",
    name: "功能与易用",
    nameEn: "Features and ease of use",
    words: list(
      `功能, 好用, 难用, 操作, 界面, 设置, 配网, 联动, 兼容, 接口, 升级, 智能识别, 误报, 复杂, 说明书, 语音, 应用, 系统`,
    ),
    wordsEn:
      list(`feature*, function*, easy to use, hard to use, usability, interface, app, setup, set up, configure*, compatib*, integrat*,
      firmware, software, complicated, manual, voice control, false alarm, automation`),
  },
  {
    key: "price",
    name: "价格",
    nameEn: "Price",
    words:
      list(`价格, 价钱, 报价, 单价, 售价, 定价, 贵, 便宜, 实惠, 划算, 性价比, 优惠, 折扣, 打折, 降价, 涨价, 预算, 成本, 费用, 收费, 要钱,
      加钱, 块钱, 元钱, 不值, 很值, 超值, 值得, 物有所值, 物超所值, 值不, 赚到, 找零, 满减, 免费, 预付, 账期`),
    wordsEn:
      list(`price, pric*, cost, costs, expensive, cheap, cheaper, cheapest, cheaply, affordable, inexpensive, overpriced, overcharge*, bargain, deal, value,
      worth, reasonable, reasonably, money, bill, pay, paid, paying, discount*, budget, fee, dollar, buck, wallet, prix fixe, quote, quotation, steal, spend, bang for`),
  },
  {
    key: "service",
    name: "服务",
    nameEn: "Service",
    words:
      list(`服务, 态度, 客服, 店员, 服务员, 售后, 投诉, 热情, 耐心, 贴心, 细心, 用心, 敬业, 礼貌, 周到, 不耐烦, 恶劣, 敷衍, 推诿, 不负责, 没人理,
      打不通, 占线, 回复, 响应, 发票, 餐具, 筷子, 勺子, 送错, 漏送, 少送, 没送, 没给, 忘了, 忘记, 忘送, 忘带, 备注, 要求, 少给, 少发, 补送, 退款, 赔付, 欺骗, 骗子, 吼`),
    wordsEn:
      list(`service, staff, waiter, waitress, waitstaff, wait staff, server, hostess, host, manager, maitre d, bartender, owner, employee, attentive, friendly, rude,
      helpful, unhelpful, courteous, polite, attitude, ignored, accommodating, professional, prompt, slow, seated, reservation, support, customer care, hotline,
      after sales, repl*, response, responsive, minutes, apolog*, greeted, smile, tip, pleasant, waited, the wait, overbearing`),
  },
  {
    key: "delivery",
    name: "交付配送",
    nameEn: "Delivery",
    words:
      list(`配送, 送餐, 送货, 送达, 送到, 交货, 交付, 发货, 到货, 物流, 快递, 骑手, 骑士, 小哥, 师傅, 送来, 速度, 快, 慢, 很快, 太慢, 好快, 真快, 及时, 准时, 准点,
      迟到, 晚到, 晚了, 延误, 延期, 催单, 等了, 小时, 分钟, 久, 送的, 秒送, 包装, 洒, 撒, 漏, 撒了, 洒了, 漏了, 快捷, 迅速, 工期, 安装进度, 辛苦`),
    wordsEn: list(
      `deliver*, shipping, shipped, shipment, courier, late delivery, on time, lead time, arrived late, delay*, packag*, in stock, out of stock, installation`,
    ),
  },
  {
    key: "ambience",
    name: "门店环境",
    nameEn: "Store environment",
    words: list(
      `环境, 装修, 店面, 门面, 陈列, 灯光, 氛围, 气氛, 拥挤, 嘈杂, 吵, 座位, 宽敞, 整洁, 卫生间, 停车, 音乐, 位置`,
    ),
    wordsEn:
      list(`ambience, ambiance, atmosphere, decor, decorat*, interior, romantic, music, jazz, dj, cramped, crowded, noisy, noise, loud, quiet, cozy, cosy, comfortable, seating, space, spacious,
      lighting, dark, dimly, view, garden, outdoor, patio, setting, charming, trendy, vibe, scene, room, dining room, cute, beautiful, sleek, modern, scenery, crowd, clean, dirty, table, tables, place is small, packed, feel, relaxing, intimate, hip, bathroom, restroom, conversation, parking, layout, inside`),
  },
  {
    key: "advantage",
    name: "相比竞品无优势",
    nameEn: "No advantage over competitors",
    words: list(
      `没有优势, 没优势, 看不出优势, 无优势, 优势不明显, 差别不大, 没有区别, 没区别, 差不多, 大同小异, 不如, 不比, 没有亮点, 没亮点, 没特色, 同质化, 为什么不买, 对比下来, 竞品`,
    ),
    wordsEn: list(
      `no advantage, no real advantage, advantage over, no difference, nothing special, no better, not better, same as, just like, similar to, compared with, compared to, competitor offers, why not buy, stands out, stand out, no reason to`,
    ),
  },
  {
    key: "knowledge",
    name: "产品知识",
    nameEn: "Product knowledge",
    words: list(
      `产品知识, 不专业, 不懂, 不熟悉, 不了解, 说不清, 讲不清, 答不上, 不会演示, 讲解, 介绍不, 一问三不知, 专业, 培训, 说不明白, 讲得很清楚`,
    ),
    wordsEn: list(
      `product knowledge, knowledgeable, did not know, didn't know, could not explain, couldn't explain, could not answer, couldn't answer, no idea, not trained, untrained, training, explain*, demonstrat*, demo`,
    ),
  },
  {
    key: "food",
    name: "餐饮口味",
    nameEn: "Food and drink",
    off: true,
    words:
      list(`好吃, 难吃, 不好吃, 味道, 口味, 口感, 好喝, 难喝, 不好喝, 分量, 份量, 量大, 量足, 量多, 量少, 量很大, 新鲜, 不新鲜, 咸, 辣, 甜, 酸, 油, 淡, 腻, 香, 凉, 凉了, 冷了, 冷掉, 凉透, 热的, 没熟,
      半生, 生的, 糊, 老, 硬, 烂, 馊, 菜, 饭, 米饭, 饭菜, 肉, 鸡, 鸭, 牛肉, 羊肉, 鱼, 虾, 面, 面条, 米线, 粥, 汤, 饼, 卷饼, 煎饼, 披萨, 包子, 饺子, 豆浆, 沙拉, 糕点, 咖啡, 奶茶, 鸡翅, 土豆, 食材, 用料, 原料, 菜品, 餐品, 厨师, 头发, 虫, 虫子, 恶心, 吃不饱, 没吃饱, 吃到撑, 吃撑, 太少, 太小, 很少, 少得可怜, 少的可怜, 芝士, 套餐里`),
    wordsEn:
      list(`food, dish, meal, menu, taste, tasty, tasted, tasting, delicious, flavor*, flavour*, fresh, cuisine, portion, appetizer, entree, dessert, salad, soup, chicken, beef, steak, pork, lamb, duck,
      fish, tuna, salmon, shrimp, lobster, crab, seafood, sushi, roll, rice, noodle, pasta, pizza, sauce, cheese, bread, burger, fries, sandwich, dumpling, dim sum, curry, tikka, thai, indian, chinese food, italian food, wine,
      drink, cocktail, beer, martini, margarita, tea, coffee, cooked, overcooked, undercooked, spicy, bland, yummy, ate, eat, eaten, eating, ingredient, special, lunch, dinner, brunch, breakfast, meat, vegetable, vegetarian, egg, chocolate, cake, pie, fried,
      grilled, authentic, chef, kitchen, ordered, bagel, hot dog, bbq, taco, sake, dosa, naan, calamari, oyster, mussel, quality, pastrami, ice cream, crust, topping, tempura, specials, hummus, pancake, waffle, bite, prepared, greasy, soggy, salty, sweet, selection`),
  },
];
