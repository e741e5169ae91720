import { describe, expect, it } from "vitest";
import {
  allowsDimension,
  elapses,
  isAdditive,
  isMetricId,
  METRIC_IDS,
  METRICS,
} from "@/lib/metrics/domain/catalogue";
import { FORMULAS } from "@/lib/metrics/domain/figure";
import en from "@/lib/platform/i18n/messages/en.json";
import zh from "@/lib/platform/i18n/messages/zh-CN.json";

describe("the catalogue", () => {
  it.each(METRIC_IDS)("%s has its name, formula and source in both languages", (id) => {
    for (const words of [zh.metrics[id], en.metrics[id]]) {
      for (const text of [words.name, words.formula, words.source]) expect(text).toMatch(/\S/);
    }
  });

  it("holds every metric that is measured", () => {
    expect(Object.keys(FORMULAS).filter((id) => !isMetricId(id))).toEqual([]);
    expect(isMetricId("constructor")).toBe(false);
  });

  it.each(Object.keys(FORMULAS))("%s divides exactly when it is a quotient or a formula", (id) => {
    if (!isMetricId(id)) return;
    const divides = ["quotient", "formula"].includes(METRICS[id].form);
    expect("denominator" in FORMULAS[id as keyof typeof FORMULAS]).toBe(divides);
  });

  it("ratios, medians, days and distinct counts are not additive", () => {
    const additive = METRIC_IDS.filter(isAdditive);
    expect(additive.every((id) => METRICS[id].form === "sum")).toBe(true);
    expect(isAdditive("active_customers")).toBe(false);
    expect(isAdditive("orders")).toBe(false);
  });

  it("levels sum over members but not over time", () => {
    expect([isAdditive("pipeline_open"), elapses("pipeline_open")]).toEqual([true, false]);
    expect(elapses("revenue")).toBe(true);
    expect(elapses("win_rate")).toBe(false);
  });

  it("regression: won deals and the win rate are dated by the same day, the close", () => {
    expect(METRICS.won_deals.source).toBe("deal_closed");
    expect(METRICS.win_rate.source).toBe("deal_closed");
    expect(METRICS.average_deal_size.source).toBe("deal_closed");
  });

  it("regression: a total of money is money and a number of orders a count", () => {
    expect([METRICS.revenue.unit, METRICS.orders.unit]).toEqual(["money", "count"]);
  });

  it("sales have no stage, deals do", () => {
    expect(allowsDimension("revenue", "stage")).toBe(false);
    expect(allowsDimension("pipeline_open", "stage")).toBe(true);
  });
});
