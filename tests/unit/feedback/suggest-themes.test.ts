import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STARTER_THEMES } from "@/lib/feedback/domain/starter-themes";
import { themeTagger } from "@/lib/feedback/domain/suggest-themes";
import { microScore } from "@/lib/feedback/domain/theme-score";
import { EN_THEMES, judgeChinese, judgeEnglish, ZH_THEMES } from "@/tests/bench/themes";
import { sharedData } from "@/tests/setup/shared-data";

const tag = themeTagger([
  { id: "price", words: ["贵", "价格"], wordsEn: ["price", "pric*", "well worth", "fee"] },
  { id: "service", words: ["服务", "上门", "好吃"], wordsEn: ["dish", "party", "APP"] },
]);

describe("themes a text suggests", () => {
  it.each([
    ["The prices are fair", ["price"]],
    ["Pricing was fair", ["price"]],
    ["It was well worth it", ["price"]],
    ["well, it is worth nothing", []],
    ["coffee and a feeling", []],
    ["Two dishes, three parties", ["service"]],
    ["the app’s price", ["price", "service"]],
    ["太贵了", ["price"]],
    ["丽华贵宾卡", []],
    ["服务员态度差，价格也高", ["price", "service"]],
    ["他们晚上门口没有人", []],
    ["挺好吃！", ["service"]],
    ["ＰＲＩＣＥ 太高", ["price"]],
    ["服务很好, but the price!", ["price", "service"]],
    ["", []],
    ["🙂 \u202E\u0000", []],
  ])("%j: %j", (text, themes) => {
    expect(tag(text)).toEqual(themes);
  });

  it("takes any text and any words, and suggests only themes there are, each once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, words) => {
        const given = themeTagger([{ id: "x", words, wordsEn: words }])(text);
        expect(given.every((id) => id === "x") && given.length <= 1).toBe(true);
      }),
    );
  });

  it("takes 4,000 characters with all starter themes in a moment", () => {
    const all = themeTagger(STARTER_THEMES.map((theme) => ({ id: theme.key, ...theme })));
    const started = performance.now();
    all("服务很慢但是价格便宜，".repeat(360));
    all("the service was slow but cheap ".repeat(130));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("starter themes", () => {
  it("have names and words in both languages, each word once", () => {
    for (const { name, nameEn, words, wordsEn } of STARTER_THEMES) {
      expect(name).toMatch(/\p{Script=Han}/u);
      expect(nameEn).toMatch(/^[A-Z]/);
      for (const list of [words, wordsEn]) {
        expect(list.length).toBeGreaterThan(5);
        expect(new Set(list).size).toBe(list.length);
      }
    }
  });
});

describe("agreement with a reader", () => {
  it("counts hits, false alarms and misses over all themes: 2 hits, 1 alarm, 1 miss", () => {
    const judged = [
      { given: ["a", "b"], right: ["a"] },
      { given: ["b"], right: ["b", "a"] },
      { given: ["c"], right: [] },
    ];
    const third = 2 / 3;
    expect(microScore(judged, ["a", "b"])).toEqual({ precision: third, recall: third, f1: third });
    expect(microScore([], ["a"])).toEqual({ precision: null, recall: null, f1: null });
  });

  const data = [sharedData("en-reviews"), sharedData("zh-reviews")];
  const note = data.map((one) => one.note).join(" ");
  it.skipIf(data.some((one) => one.missing))(`reaches 0.6 in both languages ${note}`, () => {
    expect(microScore(judgeEnglish("held out"), EN_THEMES).f1).toBeGreaterThan(0.6);
    expect(microScore(judgeChinese(), ZH_THEMES).f1).toBeGreaterThan(0.6);
  });
});
