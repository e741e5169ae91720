import { unitOf } from "@/lib/figures/domain/figure-unit";
import { isAdditive } from "@/lib/metrics/domain/catalogue";
import { type ExploreRow, type ExploreView, isOthers } from "./explore-view";
import type { Addressed } from "./gap-view";
import { differenceOf, partOf, ruleOf, sumOf, type Working, type WorkingPart } from "./working";

/** The name of the working of all members that are not shown: of a time, or of the whole of it. */
export const othersAt = (bucket: string | null) => `others.${bucket ?? ""}`;

/** Of what sums, the whole less what is shown; of anything else the formula over all of their records. */
function othersWorking(view: ExploreView, others: ExploreRow, whole: Addressed): Working {
  const { metric, rows } = view;
  const unit = unitOf({ metric });
  const label = { words: "gap.allOthers" };
  const of = { metric };
  const count = ruleOf({ label: { words: "working.parts.records" }, unit: "count" }, others.n, []);
  if (!isAdditive(metric))
    return {
      ...{ of, about: "working.about.othersMeasured" },
      lines: [ruleOf({ label, unit }, others.value, []), count],
    };
  const shown = rows.filter((row) => row.bucket === others.bucket && !isOthers(row));
  const parts = shown.map(
    (row): WorkingPart => ({
      label: row.key === null ? { words: "explore.unnamed" } : { named: row.name },
      ...{ value: row.value, unit, opens: { figure: row.address } },
    }),
  );
  const listed = sumOf({ label: { words: "working.parts.listed" }, unit }, parts);
  const all: WorkingPart = {
    ...{ label: { words: "explore.whole" }, value: whole.value, unit },
    opens: { figure: whole.address },
  };
  const left = differenceOf({ label, unit }, [all, partOf(listed)]);
  return { of, about: "working.about.others", lines: [left, listed, count] };
}

/** The working of a figure of the explorer that has no page of its own; null where there is none of that name. */
export function exploreWorking(view: ExploreView, at: string): Working | null {
  const [kind, bucket = ""] = at.split(".");
  const others = view.rows.find((row) => isOthers(row) && (row.bucket ?? "") === bucket);
  if (kind !== "others" || !others) return null;
  const whole = bucket ? view.wholes.find((row) => row.bucket === bucket) : view.whole;
  return whole ? othersWorking(view, others, whole) : null;
}
