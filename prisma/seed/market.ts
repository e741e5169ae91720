import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { SMART_CAMERA } from "./catalog";
import { drawsOf } from "./draws";
import type { Row } from "./insert";
import { RIVAL } from "./pipeline";
import { unitFinder } from "./units";
import type { World } from "./world";

type Note = {
  /** Days before the last day. */
  before: number;
  kind: string;
  title: string;
  text: string;
  competitor?: string;
  product?: string;
  unit?: string;
  impact: string;
  credibility: string;
  price?: number;
  url?: string;
};

/** What happened in the market of the demo company, in the order of its two stories. */
const NOTES: readonly Note[] = [
  {
    before: 690,
    kind: "trend",
    title: "智能家居补贴试点扩大",
    text: "三个城市把智能安防列入补贴目录。",
    impact: "opportunity",
    credibility: "confirmed",
    url: "https://example.com/subsidy",
  },
  {
    before: 560,
    kind: "price",
    title: "视安科技摄像机标价",
    text: "主力型号标价 579 元，与我们持平。",
    competitor: RIVAL,
    product: SMART_CAMERA,
    impact: "neutral",
    credibility: "confirmed",
    price: 579,
  },
  {
    before: 428,
    kind: "product",
    title: "视安科技发布全彩夜视摄像机",
    text: "夜视和识别都升级，渠道培训同步铺开。Colour night vision at the old price.",
    competitor: RIVAL,
    product: SMART_CAMERA,
    impact: "strong_threat",
    credibility: "confirmed",
    url: "https://example.com/visiguard-night",
  },
  {
    before: 415,
    kind: "price",
    title: "视安科技降价 12%",
    text: "主力摄像机降到 509 元，工程价另有折扣。",
    competitor: RIVAL,
    product: SMART_CAMERA,
    impact: "strong_threat",
    credibility: "confirmed",
    price: 509,
  },
  {
    before: 330,
    kind: "promotion",
    title: "宅米智能开学季满减",
    text: "音箱与网关组合满 999 减 200。",
    competitor: "宅米智能",
    impact: "threat",
    credibility: "confirmed",
    price: 799,
  },
  {
    before: 300,
    kind: "people",
    title: "视安科技挖走苏州两名渠道经理",
    text: "据经销商说，待遇高三成。",
    competitor: RIVAL,
    unit: "east",
    impact: "threat",
    credibility: "rumour",
  },
  {
    before: 214,
    kind: "channel",
    title: "博欧电气进入华南建材市场",
    text: "与两家连锁建材签约，主推开关和筒灯。",
    competitor: "博欧电气",
    unit: "south",
    impact: "threat",
    credibility: "plausible",
  },
  {
    before: 180,
    kind: "regulation",
    title: "公共场所摄像机新规征求意见",
    text: "要求本地存储与加密，利好本地识别方案。",
    product: SMART_CAMERA,
    impact: "opportunity",
    credibility: "confirmed",
    url: "https://example.com/regulation",
  },
  {
    before: 120,
    kind: "price",
    title: "视安科技跟进调价",
    text: "我们重新定位后，对方把主力型号降到 489 元。",
    competitor: RIVAL,
    product: SMART_CAMERA,
    impact: "threat",
    credibility: "confirmed",
    price: 489,
  },
  {
    before: 96,
    kind: "channel",
    title: "苏锡常商圈新开三家竞品门店",
    text: "锐盾安防在苏州、无锡、常州开店，配专职讲解员。",
    competitor: "锐盾安防",
    unit: "east",
    impact: "threat",
    credibility: "confirmed",
  },
  {
    before: 63,
    kind: "promotion",
    title: "锐盾安防门锁以旧换新",
    text: "旧锁抵 300 元，含安装。",
    competitor: "锐盾安防",
    impact: "threat",
    credibility: "confirmed",
    price: 1399,
  },
  {
    before: 47,
    kind: "price",
    title: "Zhaimi cuts its speaker to CNY 399",
    text: "Seen in three stores in Guangzhou and online.",
    competitor: "宅米智能",
    unit: "south",
    impact: "threat",
    credibility: "confirmed",
    price: 399,
    url: "https://example.com/zhaimi-speaker",
  },
  {
    before: 33,
    kind: "trend",
    title: "物业客户转向按年付费",
    text: "近一个月五个询价要求把设备和云服务打包成年费。",
    impact: "opportunity",
    credibility: "plausible",
  },
  {
    before: 18,
    kind: "people",
    title: "VisiGuard's head of sales has left",
    text: "Announced to partners; nobody named yet.",
    competitor: RIVAL,
    impact: "opportunity",
    credibility: "plausible",
  },
  {
    before: 6,
    kind: "product",
    title: "锐盾安防预告人脸锁新品",
    text: "下月发布，传闻定价 2,399 元。",
    competitor: "锐盾安防",
    impact: "threat",
    credibility: "rumour",
    price: 2399,
  },
];

type Ids = { competitor: (name: string) => string };

/** Market notes, written by reps and managers of the regions they are about. */
export function marketRows({ asOf, units, people, products }: World, { competitor }: Ids): Row[] {
  const draws = drawsOf("market");
  const find = unitFinder(units);
  const product = (sku?: string) => products.find((one) => one.sku === sku)?.id ?? null;
  return NOTES.map((note): Row => {
    const day: BusinessDate = addDays(asOf, -note.before);
    const author = draws.pick(
      people.reps.filter((rep) => rep.leftOn === null && rep.hiredOn <= day),
    );
    const unit = author.stints.at(-1)?.unit;
    return {
      ...{ id: draws.id(day), kind: note.kind, title: note.title, text: note.text },
      ...{ happened_on: day, impact: note.impact, credibility: note.credibility },
      competitor_id: note.competitor ? competitor(note.competitor) : null,
      ...{ product_id: product(note.product), unit_id: note.unit ? find(note.unit).id : null },
      ...{ source_url: note.url ?? null, price: note.price ?? null },
      ...{ currency: note.price ? "CNY" : null, author_id: author.id },
      ...{ author_unit_id: unit ? find(unit).id : null, created_at: `${day}T04:00:00Z` },
    };
  });
}
