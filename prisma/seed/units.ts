import type { BusinessDate } from "@/lib/shared/business-date";
import { drawsOf } from "./draws";
import type { Row } from "./insert";

/** A unit of the demo company. `size` compares a store's trade with that of an ordinary one. */
export type DemoUnit = {
  id: string;
  key: string;
  name: string;
  nameEn: string;
  type: "company" | "region" | "store" | "team";
  parent: string | null;
  size: number;
  reps: number;
};

/** key, parent, type, Chinese name, English name, number of reps, size */
const TREE = [
  ["starbridge", null, "company", "星桥智能", "Starbridge", 0, 0],
  ["east", "starbridge", "region", "华东大区", "East Region", 0, 0],
  ["south", "starbridge", "region", "华南大区", "South Region", 0, 0],
  ["north", "starbridge", "region", "华北大区", "North Region", 0, 0],
  ["xuhui", "east", "store", "上海徐汇店", "Shanghai Xuhui", 3, 1.22],
  ["pudong", "east", "store", "上海浦东店", "Shanghai Pudong", 3, 1.14],
  ["nanjing", "east", "store", "南京店", "Nanjing", 2, 1.06],
  ["hangzhou", "east", "store", "杭州店", "Hangzhou", 3, 1.12],
  ["suzhou", "east", "store", "苏州店", "Suzhou", 3, 1.1],
  ["wuxi", "east", "store", "无锡店", "Wuxi", 2, 1],
  ["changzhou", "east", "store", "常州店", "Changzhou", 2, 0.94],
  ["ningbo", "east", "store", "宁波店", "Ningbo", 2, 1.02],
  ["hefei", "east", "store", "合肥店", "Hefei", 2, 0.96],
  ["wenzhou", "east", "store", "温州店", "Wenzhou", 2, 0.92],
  ["nantong", "east", "store", "南通店", "Nantong", 2, 0.9],
  ["shaoxing", "east", "store", "绍兴店", "Shaoxing", 2, 0.91],
  ["tianhe", "south", "store", "广州天河店", "Guangzhou Tianhe", 3, 1.15],
  ["nanshan", "south", "store", "深圳南山店", "Shenzhen Nanshan", 3, 1.24],
  ["dongguan", "south", "store", "东莞店", "Dongguan", 2, 0.93],
  ["xiamen", "south", "store", "厦门店", "Xiamen", 2, 0.97],
  ["chaoyang", "north", "store", "北京朝阳店", "Beijing Chaoyang", 3, 1.18],
  ["tianjin", "north", "store", "天津店", "Tianjin", 2, 0.99],
  ["qingdao", "north", "store", "青岛店", "Qingdao", 2, 1],
  ["jinan", "north", "store", "济南店", "Jinan", 2, 0.95],
  ["shanghai-b2b", "east", "team", "上海企业客户部", "Shanghai Enterprise", 6, 0],
  ["jiangsu-b2b", "east", "team", "江苏企业客户部", "Jiangsu Enterprise", 5, 0],
  ["zhejiang-b2b", "east", "team", "浙江企业客户部", "Zhejiang Enterprise", 5, 0],
  ["guangdong-b2b", "south", "team", "广东企业客户部", "Guangdong Enterprise", 5, 0],
  ["fujian-b2b", "south", "team", "福建企业客户部", "Fujian Enterprise", 4, 0],
  ["beijing-b2b", "north", "team", "北京企业客户部", "Beijing Enterprise", 5, 0],
  ["shandong-b2b", "north", "team", "山东企业客户部", "Shandong Enterprise", 4, 0],
] as const;

/** The tree, parents before children. Twelve stores hang under the East, so that each has peers there. */
export function buildUnits(since: BusinessDate): DemoUnit[] {
  const random = drawsOf("units");
  return TREE.map(([key, parent, type, name, nameEn, reps, size]) => ({
    ...{ id: random.id(since), key, parent, type, name, nameEn, reps, size },
  }));
}

/** The units with that key looked up by it; throws on a key that is not in the tree. */
export function unitFinder(units: readonly DemoUnit[]): (key: string) => DemoUnit {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  return (key) => {
    const unit = byKey.get(key);
    if (!unit) throw new Error(`no unit ${key}`);
    return unit;
  };
}

export function unitRows(units: readonly DemoUnit[]): { unit: Row[]; unitEdge: Row[] } {
  const find = unitFinder(units);
  return {
    unit: units.map(({ id, name, nameEn, type }) => ({ id, name, name_en: nameEn, type })),
    unitEdge: units.flatMap((unit) =>
      unit.parent === null ? [] : [{ unit_id: unit.id, parent_id: find(unit.parent).id }],
    ),
  };
}
