import "server-only";
import { type DashboardFrame, dashboardFrame } from "@/lib/dashboard/data/frame";
import { type GroupRow, groups } from "@/lib/dashboard/data/reads";
import { labels } from "@/lib/metrics/data/labels";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { isEmpty } from "@/lib/shared/period";
import type { TargetsInForce } from "@/lib/targets/data/targets-in-force";
import { expectedOf, frameTargets, gapSides, sideOf } from "../data/gap-sides";
import { contributions, type Side } from "../domain/contributions";
import {
  canMeetTarget,
  crossDimensions,
  DRILLS,
  GAP_BASES,
  type GapBase,
  type GapDimension,
  type GapMetric,
  gapDimensions,
} from "../domain/gap-choices";
import type { Drilled, GapCross, GapSplit, GapView } from "../domain/gap-view";
import { leadingCauses } from "../domain/leading-causes";
import { selfOf } from "../domain/working";
import type { GapParams } from "../schema";
import { gapBridges } from "./gap-bridges";
import { crossView } from "./gap-cross";
import { splitView } from "./gap-split";

export type Gap = GapView & { frame: DashboardFrame };

/** Dimensions a cause is looked for in, whatever the page is split by. */
const CAUSES: readonly GapDimension[] = ["branch", "rep", "product", "customer"];
const NAMED_CAUSES = 2;

type Facts = {
  dimensions: readonly GapDimension[];
  frame: DashboardFrame;
  targets: TargetsInForce;
  metric: GapMetric;
  whole: GroupRow | undefined;
  drilled: boolean;
  asked: GapBase | undefined;
};

/** What the whole is held against; null where it is undefined then. */
function baseSide({ frame, targets, metric, whole }: Facts, base: GapBase): Side | null {
  if (base === "target") return expectedOf(frame, targets, metric);
  const side = whole ? sideOf(whole, metric, base) : null;
  return side?.value || metricOf(metric).form === "sum" ? side : null;
}

/** Bases with a figure: a target where one is set for members of this kind, an earlier period with records. */
function basesFor(facts: Facts, by: GapDimension): GapBase[] {
  const { metric, whole, drilled } = facts;
  return GAP_BASES.filter((base) => {
    if (base === "target" && !canMeetTarget(metric, by, drilled)) return false;
    const records = base === "target" || !whole || whole[base][metric]?.n;
    return records && baseSide(facts, base)?.value != null;
  });
}

/** The asked base where it fits, else the first that does. */
function baseFor(facts: Facts, by: GapDimension): GapBase | undefined {
  const bases = basesFor(facts, by);
  return bases.find((base) => base === facts.asked) ?? bases[0];
}

async function split(tx: Tx, facts: Facts, by: GapDimension): Promise<GapSplit | null> {
  const { frame, targets, metric, whole } = facts;
  const base = baseFor(facts, by);
  const now = whole?.now[metric];
  const against = base && baseSide(facts, base);
  if (!base || !now || !against) return null;
  const members = await gapSides(tx, frame, targets, { metric, base, by });
  const { unit, form } = metricOf(metric);
  const currency = unit === "money" ? frame.organisation.baseCurrency : null;
  const kind = form === "sum" ? "sum" : "quotient";
  const parts = contributions(kind, { now, base: against }, members, currency);
  return parts && splitView(frame, { metric, base, by, now, against, parts, members });
}

async function drilledInto(tx: Tx, params: GapParams): Promise<Drilled[]> {
  const found: Drilled[] = [];
  for (const dimension of DRILLS) {
    const key = params[dimension];
    if (!key) continue;
    const names = await labels(tx, dimension, [key]);
    found.push({ dimension, key, name: names.get(key) ?? null });
  }
  return found;
}

/** The frame limited to the members that were opened; a rep's is the own one whoever is named. */
function limited(frame: DashboardFrame, drilled: readonly Drilled[]): DashboardFrame {
  const more = Object.fromEntries(drilled.map(({ dimension, key }) => [dimension, key]));
  return { ...frame, where: { ...more, ...frame.where } };
}

/**
 * The split with another one across it. Targets of sums are set for units and reps, not for pairs, so
 * there the table is about the change since an earlier period.
 */
async function crossOf(
  tx: Tx,
  facts: Facts,
  { shown, splits }: { shown: GapSplit; splits: readonly GapSplit[] },
  wanted: GapDimension | undefined,
  earlier: Exclude<GapBase, "target"> | undefined,
): Promise<GapCross | null> {
  const { frame, metric, whole, dimensions } = facts;
  const { by } = shown;
  const choices = crossDimensions(by, dimensions);
  const across = choices.find((one) => one === wanted) ?? choices[0];
  const base = shown.base === "target" && metricOf(metric).form === "sum" ? earlier : shown.base;
  const now = whole?.now[metric];
  const against = base && baseSide(facts, base);
  if (!across || !base || !now || !against) return null;
  const side = async (dimension: GapDimension) =>
    splits.find((one) => one.by === dimension && one.base === base) ??
    (await split(tx, { ...facts, asked: base }, dimension));
  const rows = await side(by);
  const columns = await side(across);
  if (rows?.base !== base || columns?.base !== base) return null;
  return crossView(tx, frame, { metric, choices, whole: { now, base: against }, rows, columns });
}

/** Why a figure is not where it should be: which members account for it, from one snapshot. */
export function explainGap(scope: Scope, params: GapParams): Promise<Gap> {
  return read(scope, async (tx) => {
    const drilled = await drilledInto(tx, params);
    const frame = limited(await dashboardFrame(tx, scope, params), drilled);
    const metric = params.metric ?? "revenue";
    const dimensions = gapDimensions(metric, {
      hasBranches: frame.units.some(({ parentId }) => parentId === frame.unit?.id && frame.unit),
      isRep: frame.unit === null,
      drilled: drilled.map(({ dimension }) => dimension),
    });
    const nothing = {
      ...{ frame, self: selfOf("gap", params), metric, dimensions, drilled },
      ...{ causes: [], bases: [], splits: [], bridges: null, cross: null },
    };
    if (isEmpty(frame.elapsed)) return { ...nothing, split: null };
    const targets = await frameTargets(tx, scope, frame);
    const [whole] = await groups(tx, frame, { metrics: [metric], compared: true });
    const facts = {
      ...{ frame, targets, metric, whole, dimensions },
      drilled: drilled.length > 0,
      asked: params.against,
    };
    const by = dimensions.find((one) => one === params.by) ?? dimensions[0];
    const splits: GapSplit[] = [];
    for (const dimension of dimensions) {
      if (dimension !== by && !CAUSES.includes(dimension)) continue;
      const found = await split(tx, facts, dimension);
      if (found) splits.push(found);
    }
    const shown = splits.find((one) => one.by === by) ?? null;
    const earlier = (["lastYear", "previous"] as const).filter((b) => whole?.[b].revenue?.n);
    const since = earlier.find((base) => base === shown?.base) ?? earlier[0];
    return {
      ...nothing,
      bases: by ? basesFor(facts, by) : [],
      split: shown,
      splits,
      cross: shown && (await crossOf(tx, facts, { shown, splits }, params.across, since)),
      causes: splits
        .map((one) => ({ ...one, members: leadingCauses(one, NAMED_CAUSES) }))
        .filter(({ members }) => members.length > 0),
      bridges: metric === "revenue" && since ? await gapBridges(tx, frame, since) : null,
    };
  });
}
