import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { groups } from "@/lib/dashboard/data/reads";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { noteMarkers } from "@/lib/market/sql/list-notes";
import { read } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import type { Scope } from "@/lib/platform/scope";
import { addDays, addMonths } from "@/lib/shared/business-date";
import { pageWindow } from "@/lib/shared/list-params";
import { isEmpty, startOfGrain } from "@/lib/shared/period";
import { bucketsOf, exploredRows, type Window } from "../data/explored-rows";
import { defaultTop, exploreDimensions, exploreGrains, MONTHS } from "../domain/explore-choices";
import type { ExploreRow, ExploreView } from "../domain/explore-view";
import { selfOf } from "../domain/working";
import type { ExploreParams } from "../schema";

export type Exploration = ExploreView & { frame: DashboardFrame };

/** The time looked at: the period so far, or whole months up to its end, so that no first point is a fragment. */
function spanned(asked: DashboardFrame, span: ExploreView["span"]): DashboardFrame {
  if (span === "period") return asked;
  const { to } = asked.elapsed;
  const from = startOfGrain(addMonths(addDays(to, -1), 1 - MONTHS[span]), "month");
  // A longer time is no part of a running period.
  return { ...asked, elapsed: { from, to }, period: { ...asked.period, from, to } };
}

/** Members to show, for so many times; the page's own window where left out. */
type Limit = (times: number) => Window;

/** Any metric by any dimension and grain it allows, from one snapshot. */
export function explore(
  scope: Scope,
  params: ExploreParams,
  limit?: Limit,
  timeout?: number,
): Promise<Exploration> {
  return read(
    scope,
    async (tx) => {
      const asked = await dashboardFrame(tx, scope, params);
      const metric = params.metric ?? "revenue";
      const span = params.span ?? "period";
      const frame = spanned(asked, span);
      const dimensions = exploreDimensions(metric, frame.unit === null);
      const by = dimensions.find((one) => one === params.by) ?? null;
      const grains = exploreGrains(span);
      const grain = grains.find((one) => one === params.grain) ?? null;
      const top = params.top ?? defaultTop(grain);
      const shown = { metric, by, grain };
      const self = selfOf("explore", params);
      const choices = { self, span, top, dimensions, grains, range: frame.elapsed };
      const whole = { value: null, n: 0, address: addressOf(frame, metric) };
      const nothing = { rows: [], wholes: [], members: null, notes: [] };
      if (isEmpty(frame.elapsed)) return { frame: asked, ...shown, ...choices, ...nothing, whole };
      const [all] = await groups(tx, frame, { metrics: [metric] });
      const { value = null, n = 0 } = all?.now[metric] ?? {};
      const paged = params.show === "table" && !grain;
      const own = paged ? pageWindow(params) : { limit: top, offset: 0 };
      const window = limit?.(bucketsOf(frame, frame.elapsed, grain).size || 1) ?? own;
      const rows = await exploredRows(tx, frame, shown, window);
      const notes = grain ? await noteMarkers(tx, frame.elapsed) : [];
      const figures = { ...rows, whole: { ...whole, value, n }, notes };
      return { frame: asked, ...shown, ...choices, ...figures };
    },
    timeout,
  );
}

/** Rows in one file; more than a person reads, fewer than what would fill the memory. */
const EXPORTED = 50_000;

/** The rows of an exploration for a file: as many of the largest members as fit, all others as one. */
export async function eachExplored(
  scope: Scope,
  params: ExploreParams,
  use: (rows: readonly ExploreRow[]) => Promise<void>,
): Promise<void> {
  const limit = (times: number) => ({ limit: Math.floor(EXPORTED / times) - 1, offset: 0 });
  await use((await explore(scope, params, limit, EXPORT_TIMEOUT)).rows);
}
