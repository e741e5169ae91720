import { STAGE_AGES } from "@/lib/deals/domain/stage-age";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { FunnelView } from "./funnel-view";
import { intervalLines } from "./outcome-lines";
import {
  partOf,
  quotientOf,
  sumOf,
  type Working,
  type WorkingLabel,
  type WorkingPart,
} from "./working";

/** Which open deals have been in a stage for so long, as the list of deals filters them. */
export function agedDeals({ where }: Pick<FunnelView, "where">, stage: string, from: number) {
  const band = STAGE_AGES.find((one) => one.from === from);
  const { rep, unit } = where;
  return {
    ...{ kind: "open" as const, stage: [stage], inStage: `${from}-${band?.to ?? ""}` },
    ...{ owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  };
}

/** Open deals of all stages that have been in theirs for so long, and their amount. */
function ageWorking(view: FunnelView, from: number): Working | null {
  const band = STAGE_AGES.findIndex((one) => one.from === from);
  if (band < 0) return null;
  const parts = (what: "deals" | "amount") =>
    view.ages.map(
      ({ stage, bands }): WorkingPart => ({
        label: { named: stage },
        value: bands[band]?.[what] ?? 0,
        unit: what === "deals" ? "count" : "money",
        opens: { deals: agedDeals(view, stage.id, from) },
      }),
    );
  const { to } = STAGE_AGES[band] ?? { to: null };
  const of: WorkingLabel =
    to === null
      ? { words: "funnel.ages.over", with: { days: from - 1 } }
      : { words: "funnel.ages.band", with: { from, to } };
  return {
    of,
    about: "working.about.age",
    lines: [
      sumOf({ label: { words: "working.parts.open" }, unit: "count" }, parts("deals")),
      sumOf({ label: { words: "funnel.stale.amount" }, unit: "money" }, parts("amount")),
    ],
  };
}

/** Won against a competitor ÷ won and lost to it. */
function rivalWorking({ rivals, where, window: range }: FunnelView, key: string): Working | null {
  const rival = rivals.find((one) => one.key === key);
  if (!rival) return null;
  const part = (metric: FigureAddress["metric"], words: string, value: number): WorkingPart => ({
    ...{ label: { words }, value, unit: "count" },
    opens: { figure: { metric, range, where: { ...where, competitor: key } } },
  });
  const won = part("won_deals", "funnel.rivals.won", rival.won);
  const lost = part("competitive_loss_rate", "funnel.rivals.lost", rival.lost);
  const closed = sumOf({ label: { words: "working.parts.closed" }, unit: "count" }, [won, lost]);
  const both = [won, partOf(closed)] as const;
  return {
    of: { named: rival.name },
    about: "working.about.rival",
    lines: [
      closed,
      quotientOf({ label: { words: "funnel.rivals.rate" }, unit: "percent" }, both),
      ...intervalLines({ hits: rival.won, n: rival.won + rival.lost }, both),
    ],
  };
}

/** The working of a figure of the page of the funnel; null where there is none of that name. */
export function funnelWorking(view: FunnelView, at: string): Working | null {
  const [kind = "", name = ""] = at.split(".");
  if (kind === "age") return ageWorking(view, Number(name));
  return kind === "rival" ? rivalWorking(view, name) : null;
}
