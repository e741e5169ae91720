import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { type Draws, drawsOf } from "./draws";
import type { Row } from "./insert";
import { type Bilingual, pairs } from "./names";
import { type DemoPeople, type DemoRep, successorOn } from "./people";
import { unitFinder } from "./units";
import type { World } from "./world";

export type DemoCustomer = Bilingual & {
  id: string;
  sector: string;
  location: string;
  employees: number;
  foundedYear: number;
  owner: DemoRep;
  unit: string;
  /** Buys more or less than an ordinary customer (1). */
  size: number;
  /** A customer before the data begins: it orders from the first day. */
  old: boolean;
  /** The first day anybody spoke to it. */
  knownFrom: BusinessDate;
  /** Invoiced in dollars. */
  dollars: boolean;
};

const CITIES: Record<string, string> = {
  "shanghai-b2b": "上海Shanghai 嘉定Jiading 松江Songjiang 浦东Pudong",
  "jiangsu-b2b": "苏州Suzhou 南京Nanjing 无锡Wuxi 常州Changzhou 昆山Kunshan",
  "zhejiang-b2b": "杭州Hangzhou 宁波Ningbo 温州Wenzhou 嘉兴Jiaxing 绍兴Shaoxing",
  "guangdong-b2b": "广州Guangzhou 深圳Shenzhen 东莞Dongguan 佛山Foshan 珠海Zhuhai",
  "fujian-b2b": "厦门Xiamen 福州Fuzhou 泉州Quanzhou",
  "beijing-b2b": "北京Beijing 天津Tianjin 石家庄Shijiazhuang",
  "shandong-b2b": "青岛Qingdao 济南Jinan 烟台Yantai",
};
const WORDS =
  "恒远Hengyuan 瑞丰Ruifeng 华润微Huarunwei 鼎盛Dingsheng 明德Mingde 锦绣Jinxiu 天成Tiancheng 博雅Boya 海纳Haina 卓越Zhuoyue 金桥Jinqiao 东方Dongfang 和美Hemei 云峰Yunfeng 启航Qihang 长青Changqing 德信Dexin 星海Xinghai 润泽Runze 安泰Antai 晨曦Chenxi 嘉禾Jiahe 凌云Lingyun 远景Yuanjing 百川Baichuan 康宁Kangning 新城Xincheng 宏图Hongtu 同济Tongji 银泰Yintai";
/** Sector → what its companies are called. */
const SECTORS: Record<string, string> = {
  "制造 Manufacturing": "精密制造Precision 电子Electronics 重工Heavy_Industry 精测Metrology",
  "地产 Real estate": "置业Properties 地产Real_Estate 公寓Apartments",
  "酒店 Hospitality": "酒店Hotels 文旅Resorts",
  "物业 Facilities": "物业Facilities 园区Business_Park",
  "零售 Retail": "百货Department_Stores 商业Retail",
  "教育 Education": "学校Schools 教育Education",
  "医疗 Healthcare": "医院Hospital 医疗Medical",
  "物流 Logistics": "物流Logistics 港务Port",
  "科技 Technology": "科技Technology 软件Software",
  "工程 Construction": "装饰Interiors 建设Construction",
};

/** About fourteen customers for each business rep; a third bought before the data begins. */
export function buildCustomers(
  people: DemoPeople,
  from: BusinessDate,
  asOf: BusinessDate,
  seed = "",
) {
  const random = drawsOf("customers", seed);
  const nextName = customerNames(random);
  const length = diffDays(from, asOf);
  return people.reps.flatMap((rep) => {
    const unit = rep.stints[0]?.unit ?? "";
    const cities = CITIES[unit];
    if (!cities) return [];
    return Array.from({ length: random.integer(12, 16) }, (_, i): DemoCustomer => {
      const named = nextName(cities);
      const joined = i === 0 || rep.hiredOn > from ? Math.max(0, diffDays(from, rep.hiredOn)) : 0;
      const known = joined + Math.trunc((length - joined) * random.next() ** 1.1 * 0.92);
      const old = i < 4 && rep.hiredOn < from;
      return {
        ...{
          id: random.id(from),
          ...named,
          owner: rep,
          unit: rep.stints.at(-1)?.unit ?? unit,
          old,
        },
        ...{ size: random.logNormal(0.25), knownFrom: addDays(from, old ? -400 : known) },
        employees: Math.round(40 * random.logNormal(1.1)) * 5 + 20,
        foundedYear: random.integer(1988, 2021),
        dollars: random.chance(0.05),
      };
    });
  });
}

/** A customer's name is its city, a word and its trade; no name is drawn twice. */
function customerNames(random: Draws) {
  const words = pairs(WORDS);
  const sectors = Object.entries(SECTORS);
  const used = new Set<string>();
  return (cities: string) => {
    for (;;) {
      const city = random.pick(pairs(cities));
      const word = random.pick(words);
      const [sector, trades] = random.pick(sectors);
      const trade = random.pick(pairs(trades));
      const name = city.name + word.name + trade.name;
      if (used.has(name)) continue;
      used.add(name);
      const nameEn = `${city.nameEn} ${word.nameEn} ${trade.nameEn}`;
      return { name, nameEn, sector, location: `${city.name} ${city.nameEn}` };
    }
  };
}

export function customerRows(
  { customers, people, units, asOf }: World,
  segmentOf: (customer: DemoCustomer) => string,
): Row[] {
  const find = unitFinder(units);
  return customers.map((c) => ({
    ...{ id: c.id, name: c.name, name_en: c.nameEn, sector: c.sector, location: c.location },
    ...{ employees: c.employees, founded_year: c.foundedYear, unit_id: find(c.unit).id },
    segment_id: segmentOf(c),
    ...{ owner_id: successorOn(people, c.owner, asOf).id, created_at: `${c.knownFrom}T02:00:00Z` },
  }));
}
