import { type FigureUnit, unitOf } from "@/lib/figures/domain/figure-unit";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import { bridgeWorking } from "./bridge-working";
import type { Side } from "./contributions";
import type { Members } from "./customers-working";
import type { GapDimension } from "./gap-choices";
import type { Addressed, Bridges, GapMember, GapSplit, GapView, Shown, Sides } from "./gap-view";
import {
  differenceOf,
  keyIn,
  NOBODY,
  partOf,
  productOf,
  quotientOf,
  sumOf,
  type Working,
  type WorkingLabel,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** The name of the working of what a member adds to the gap. */
export const memberAt = (by: GapDimension, key: string | null) => `member.${by}.${key ?? NOBODY}`;

/** The unit of a difference: percentages differ by points. */
export function differenceUnit(metric: GapView["metric"]): FigureUnit {
  const unit = unitOf({ metric });
  return unit === "percent" ? "points" : unit;
}

const sidePart = (
  label: WorkingLabel,
  { value, address }: Shown,
  metric: GapView["metric"],
): WorkingPart => ({
  ...{ label, value, unit: unitOf({ metric }) },
  opens: address && { figure: address },
});

const ACTUAL = { words: "gap.now" };
const against = ({ base }: GapSplit) => ({ words: `gap.against.${base}` });

/** The whole gap: what is without what was expected. */
function gapLine({ metric }: GapView, split: GapSplit): WorkingLine {
  return differenceOf({ label: { words: "working.parts.gap" }, unit: differenceUnit(metric) }, [
    sidePart(ACTUAL, split.now, metric),
    sidePart(against(split), split.against, metric),
  ]);
}

const nameOf = (split: GapSplit, { name, key }: GapMember): WorkingLabel =>
  name || key !== null ? { named: name } : { words: `gap.without.${split.by}` };

/** What the listed members add, one by one. */
const memberParts = (view: GapView, split: GapSplit) =>
  split.members.map(
    (member): WorkingPart => ({
      label: nameOf(split, member),
      value: member.contribution,
      unit: differenceUnit(view.metric),
      opens: { at: memberAt(split.by, member.key) },
    }),
  );

/** The gap, what its listed members add, and what is left. */
function wholeWorking(view: GapView, split: GapSplit): Working {
  const gap = gapLine(view, split);
  const unit = differenceUnit(view.metric);
  const listed = sumOf(
    { label: { words: "working.parts.listed" }, unit },
    memberParts(view, split),
  );
  const left = differenceOf({ label: { words: "working.parts.left" }, unit }, [
    partOf(gap),
    partOf(listed),
  ]);
  return { of: { metric: view.metric }, about: "working.about.gap", lines: [gap, listed, left] };
}

/** Of a sum the member's own difference, of a quotient its distance from the base by its weight. */
export function contributionLines(
  view: GapView,
  split: GapSplit,
  member: { now: Shown; base: Shown | null; sides?: Sides },
): WorkingLine[] {
  const unit = differenceUnit(view.metric);
  const line = { label: { words: "gap.contribution" }, unit };
  const none: Addressed = { value: 0, address: split.against.address };
  if (metricOf(view.metric).form === "sum")
    return [
      differenceOf(line, [
        sidePart(ACTUAL, { ...member.now, value: member.now.value ?? 0 }, view.metric),
        sidePart(against(split), member.base ?? none, view.metric),
      ]),
    ];
  const base = split.against.value ?? 0;
  const now = aboveLines(view, "now", { side: member.sides?.now, whole: split.sides?.now }, base);
  const then = aboveLines(
    view,
    "base",
    { side: member.sides?.base, whole: split.sides?.base },
    base,
  );
  const [a, b] = [now.at(-1), then.at(-1)];
  if (!a) return [];
  if (!b) return [...now, sumOf(line, [partOf(a)])];
  return [...now, ...then, differenceOf(line, [partOf(a), partOf(b)])];
}

type Weighed = { side: Side | null | undefined; whole: Side | null | undefined };

/** How far a member lies from the base, times its share of the whole. */
function aboveLines(
  { metric }: GapView,
  when: "now" | "base",
  { side, whole }: Weighed,
  base: number,
): WorkingLine[] {
  if (!side?.denominator || !whole?.denominator) return [];
  const unit = unitOf({ metric });
  const count = (words: string, value: number): WorkingPart => ({
    ...{ label: { words: `working.parts.${words}` }, value, unit: "ratio" },
  });
  const weight = quotientOf({ label: { words: `working.parts.weight.${when}` }, unit: "percent" }, [
    count("denominator", side.denominator),
    count("wholeDenominator", whole.denominator),
  ]);
  const own = quotientOf({ label: { words: `working.parts.own.${when}` }, unit }, [
    count("numerator", side.numerator ?? 0),
    count("denominator", side.denominator),
  ]);
  const distance = differenceOf(
    { label: { words: `working.parts.distance.${when}` }, unit: differenceUnit(metric) },
    [partOf(own), { label: { words: "working.parts.base" }, value: base, unit }],
  );
  const moved = productOf(
    { label: { words: `working.parts.moved.${when}` }, unit: differenceUnit(metric) },
    [partOf(weight), partOf(distance)],
  );
  return [weight, own, distance, moved];
}

function memberWorking(view: GapView, split: GapSplit, member: GapMember): Working {
  const lines = contributionLines(view, split, member);
  const own = lines.at(-1);
  const gap = partOf(gapLine(view, split), { at: "gap" });
  const share =
    own && quotientOf({ label: { words: "gap.share" }, unit: "percent" }, [partOf(own), gap]);
  return {
    of: nameOf(split, member),
    about: metricOf(view.metric).form === "sum" ? "working.about.member" : "working.about.weighed",
    lines: share ? [...lines, share] : lines,
  };
}

/** The working of a figure of the page that explains a gap; null where there is none of that name. */
export function gapWorking(view: GapView, at: string, members?: Members): Working | null {
  const [kind = "", name = "", ...rest] = at.split(".");
  const key = rest.join(".");
  if (kind === "gap") return view.split && wholeWorking(view, view.split);
  if (kind === "bridge") return view.bridges && bridgeOf(view.bridges, name, key, members);
  const split = view.splits.find(({ by }) => by === name);
  const member = split?.members.find((one) => one.key === keyIn(key));
  return kind === "member" && split && member ? memberWorking(view, split, member) : null;
}

function bridgeOf(bridges: Bridges, kind: string, bar: string, members?: Members) {
  if (kind !== "price" && kind !== "customers" && kind !== "deals") return null;
  return bridgeWorking(bridges, { kind, bar, members });
}
