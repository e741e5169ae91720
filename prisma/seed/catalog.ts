import type { BusinessDate } from "@/lib/shared/business-date";
import { drawsOf } from "./draws";
import type { Row } from "./insert";
import type { Bilingual } from "./names";

export type DemoProduct = Bilingual & {
  id: string;
  sku: string;
  category: string;
  /** CNY per piece. */
  price: number;
  cost: number;
  /** Share of a store's orders and of business deals that hold it, against the others. */
  storeWeight: number;
  businessWeight: number;
  /** Pieces in an ordinary store order and in an ordinary business deal. */
  storeUnits: number;
  businessUnits: number;
};

const CATEGORIES: Record<string, Bilingual> = {
  security: { name: "智能安防", nameEn: "Security" },
  access: { name: "门锁门禁", nameEn: "Access" },
  lighting: { name: "智能照明", nameEn: "Lighting" },
  audio: { name: "音箱与中控", nameEn: "Speakers & Control" },
  comfort: { name: "传感与环境", nameEn: "Sensors & Climate" },
  service: { name: "服务套餐", nameEn: "Service Plans" },
};

/** The product of the first story. */
export const SMART_CAMERA = "SB-CAM-01";

/** sku, category, Chinese, English, price, cost, weights and pieces: store, business */
const PRODUCTS = [
  [SMART_CAMERA, "security", "智能摄像机", "Smart Camera", 599, 352, 17, 20, 3, 160],
  ["SB-CAM-02", "security", "户外摄像机", "Outdoor Camera", 899, 545, 7, 13, 2, 110],
  ["SB-BEL-01", "security", "可视门铃", "Video Doorbell", 699, 388, 8, 5, 1, 120],
  ["SB-ALM-01", "security", "门窗警报器", "Alarm Sensor", 129, 61, 6, 5, 5, 420],
  ["SB-LCK-01", "access", "智能门锁", "Smart Lock", 1699, 985, 13, 14, 1, 70],
  ["SB-LCK-02", "access", "人脸识别门锁", "Face Lock", 2899, 1710, 6, 7, 1, 36],
  ["SB-ACC-01", "access", "门禁一体机", "Access Terminal", 3299, 1920, 0, 10, 0, 26],
  ["SB-LGT-01", "lighting", "智能筒灯", "Smart Downlight", 89, 41, 8, 8, 14, 700],
  ["SB-LGT-02", "lighting", "智能开关", "Smart Switch", 199, 92, 11, 8, 7, 380],
  ["SB-LGT-03", "lighting", "窗帘电机", "Curtain Motor", 799, 420, 8, 5, 2, 90],
  ["SB-SPK-01", "audio", "智能音箱", "Smart Speaker", 499, 297, 9, 2, 2, 130],
  ["SB-HUB-01", "audio", "家庭网关", "Home Hub", 399, 214, 11, 7, 1, 150],
  ["SB-PNL-01", "audio", "中控屏", "Control Panel", 1599, 930, 8, 9, 1, 60],
  ["SB-SEN-01", "comfort", "温湿度传感器", "Climate Sensor", 99, 43, 6, 5, 5, 480],
  ["SB-THM-01", "comfort", "智能温控器", "Smart Thermostat", 699, 376, 5, 7, 2, 110],
  ["SB-AIR-01", "comfort", "空气检测仪", "Air Monitor", 549, 301, 4, 3, 1, 90],
  ["SB-SVC-01", "service", "云存储年费", "Cloud Storage Plan", 299, 62, 8, 6, 1, 180],
  ["SB-SVC-02", "service", "安装与调试", "Installation", 380, 210, 10, 6, 2, 120],
  ["SB-SVC-03", "service", "企业维保", "Business Care", 12800, 5200, 0, 6, 0, 4],
] as const;

export function buildProducts(since: BusinessDate): DemoProduct[] {
  const random = drawsOf("catalog");
  return PRODUCTS.map((p) => ({
    id: random.id(since),
    ...{ sku: p[0], category: p[1], name: p[2], nameEn: p[3], price: p[4], cost: p[5] },
    ...{ storeWeight: p[6], businessWeight: p[7], storeUnits: p[8], businessUnits: p[9] },
  }));
}

export function catalogRows(products: readonly DemoProduct[], since: BusinessDate) {
  const random = drawsOf("categories");
  const ids = new Map(Object.keys(CATEGORIES).map((key) => [key, random.id(since)]));
  return {
    category: Object.entries(CATEGORIES).map(
      ([key, { name, nameEn }]): Row => ({ id: ids.get(key) ?? null, name, name_en: nameEn }),
    ),
    product: products.map(
      (p): Row => ({
        ...{ id: p.id, name: p.name, name_en: p.nameEn, sku: p.sku, list_price: p.price },
        ...{ category_id: ids.get(p.category) ?? null, currency: "CNY" },
      }),
    ),
  };
}
