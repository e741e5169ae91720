import type { Random } from "@/lib/shared/random";

export type Bilingual = { name: string; nameEn: string };

const SURNAMES =
  "王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 黄Huang 吴Wu 周Zhou 徐Xu 孙Sun 马Ma 朱Zhu 胡Hu 郭Guo 何He 高Gao 林Lin 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 韩Han 冯Feng 邓Deng 曹Cao 彭Peng 曾Zeng 萧Xiao 田Tian 董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 杜Du";
const GIVEN =
  "子涵Zihan 雨桐Yutong 浩然Haoran 思远Siyuan 嘉怡Jiayi 俊杰Junjie 晓雯Xiaowen 志强Zhiqiang 佳宁Jianing 天宇Tianyu 梦洁Mengjie 伟Wei 芳Fang 磊Lei 敏Min 洋Yang 婷Ting 鹏Peng 丽华Lihua 建国Jianguo 欣怡Xinyi 宇轩Yuxuan 静雅Jingya 文博Wenbo 海燕Haiyan 一帆Yifan 若曦Ruoxi 振宇Zhenyu 雪Xue 凯Kai 玉兰Yulan 斌Bin 晨Chen 慧Hui 立群Liqun 少华Shaohua 佩珊Peishan 国栋Guodong 倩Qian 睿Rui";

/** "王Wang 李Li" → its pairs. */
export function pairs(text: string): Bilingual[] {
  return text.split(" ").map((pair) => {
    const at = pair.search(/[A-Za-z]/);
    return { name: pair.slice(0, at), nameEn: pair.slice(at).replaceAll("_", " ") };
  });
}

/** Draws names of people, never the same twice in either language. */
export function personNames(random: Random, taken: readonly Bilingual[]): () => Bilingual {
  const surnames = pairs(SURNAMES);
  const given = pairs(GIVEN);
  const used = new Set(taken.map((person) => person.nameEn));
  return () => {
    for (;;) {
      const family = random.pick(surnames);
      const own = random.pick(given);
      const nameEn = `${own.nameEn} ${family.nameEn}`;
      if (used.has(nameEn)) continue;
      used.add(nameEn);
      return { name: family.name + own.name, nameEn };
    }
  };
}
