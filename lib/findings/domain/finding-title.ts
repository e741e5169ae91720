import type { Named } from "@/lib/shared/named";
import type { About } from "./candidate";
import type { Evidence } from "./evidence";

type Title = { title: string; titleEn: string };

/** What a finding of each rule is called, in both languages. Names that were deleted since are blank. */
export function findingTitle(
  about: About,
  evidence: Evidence,
  nameOf: (id: string) => Named | undefined,
): Title {
  const of = (id: string | undefined) => {
    const named = id === undefined ? undefined : nameOf(id);
    return { zh: named?.name ?? "", en: named?.nameEn ?? named?.name ?? "" };
  };
  const unit = of(about.unitId);
  switch (evidence.kind) {
    case "product_low":
      return both(of(about.productId), "持续低于原有水平", "sells persistently low");
    case "unit_low":
      return both(unit, "销售额远低于同类", "sells far less than its peers");
    case "win_rate_low":
      return both(of(about.userId), "赢单率低于同事", "wins fewer deals than colleagues");
    case "stage_leak": {
      const stage = of(about.stageId);
      return {
        title: `${unit.zh}在“${stage.zh}”阶段流失增多`,
        titleEn: `${unit.en} loses more deals in ${stage.en}`,
      };
    }
    case "theme_rising": {
      const theme = of(about.themeId);
      return {
        title: `客户更多谈到“${theme.zh}”`,
        titleEn: `Customers speak more of ${theme.en.toLowerCase()}`,
      };
    }
    case "competitor_rising": {
      const rival = of(about.competitorId);
      return {
        title: `输给${rival.zh}的商机增多`,
        titleEn: `More deals are lost to ${rival.en}`,
      };
    }
    case "target_at_risk":
      return both(unit, "按当前进度达不到目标", "will miss its target at this pace");
    case "data_problem":
      return dataTitle(unit, evidence.problem);
  }
}

const both = (name: { zh: string; en: string }, zh: string, en: string): Title => ({
  ...{ title: `${name.zh}${zh}`, titleEn: `${name.en} ${en}` },
});

const PROBLEMS = {
  closePassed: ["有商机预计成交日已过", "has deals past their expected close"],
  noNextStep: ["有商机没有下一步", "has open deals without a next step"],
  noLossReason: ["有输单没有原因", "has lost deals without a reason"],
} as const;

function dataTitle(unit: { zh: string; en: string }, problem: keyof typeof PROBLEMS): Title {
  const [zh, en] = PROBLEMS[problem];
  return both(unit, zh, en);
}
