import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { ComparedMember, CompareView } from "./compare-view";
import {
  growthOf,
  medianOf,
  partOf,
  quotientOf,
  ruleOf,
  sumOf,
  type Working,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** The unit of a figure after its norm. */
const unitAfter = ({ metric, norm }: CompareView) =>
  norm === "same" ? ("percent" as const) : unitOf({ metric });

/** A member's figure made comparable. */
function valueLine(view: CompareView, one: ComparedMember): WorkingLine {
  const unit = unitOf({ metric: view.metric });
  const own: WorkingPart = {
    ...{ label: { metric: view.metric }, value: one.figure.value, unit },
    opens: { figure: one.figure.address },
  };
  const line = { label: { words: `compare.norm.${view.norm}` }, unit: unitAfter(view) };
  if (one.divisor === undefined) return sumOf(line, [own]);
  if (view.norm === "same") {
    const opens = one.lastYear && { figure: one.lastYear };
    const then = { words: "gap.against.lastYear" };
    return growthOf(line, [own, { label: then, value: one.divisor, unit, opens }]);
  }
  const by = { words: `working.parts.by.${view.norm}` };
  return quotientOf(line, [own, { label: by, value: one.divisor, unit: "ratio" }]);
}

const memberPart = (view: CompareView, one: CompareView["all"][number]): WorkingPart => ({
  ...{ label: { named: one.name }, value: one.value, unit: unitAfter(view) },
  opens: { at: `member.${one.key}` },
});

/** Everything about one member: the figure, its interval, its peers and where it lies among all. */
function memberWorking(view: CompareView, one: ComparedMember): Working {
  const unit = unitAfter(view);
  const value = valueLine(view, one);
  const records: WorkingPart = {
    ...{ label: { words: "working.parts.records" }, value: one.n, unit: "count" },
    opens: { figure: one.figure.address },
  };
  const courses = one.course.map(
    (part, index): WorkingPart => ({
      ...{ label: { words: "working.parts.slice", with: { n: index + 1 } }, value: part },
      unit: unitOf({ metric: view.metric }),
    }),
  );
  const ends = (["low", "high"] as const).map((end) =>
    ruleOf(
      { label: { words: `working.parts.${end}` }, unit },
      one.interval?.[end] ?? null,
      view.method === "wilson" ? [partOf(value), records] : courses,
    ),
  );
  const named = view.all.filter(({ key }) => one.peers.keys.includes(key));
  const kin = view.all.filter(({ kind }) => kind === one.kind);
  const all = kin.map((member) => memberPart(view, member));
  const rank = { label: { words: "compare.rank" }, unit: "count" } as const;
  return {
    of: { named: one.name },
    about: "working.about.compared",
    lines: [
      value,
      sumOf({ label: records.label, unit: "count" }, [records]),
      ...ends,
      medianOf(
        { label: { words: "compare.peers" }, unit },
        named.map((peer) => memberPart(view, peer)),
      ),
      ruleOf({ label: { words: "compare.mark" }, unit: "ratio" }, one.z, all),
      ruleOf(rank, view.members.indexOf(one) + 1, []),
    ],
  };
}

/** The middle of all, by which the chart is drawn. */
function medianWorking(view: CompareView): Working {
  const parts = view.all.map((one) => memberPart(view, one));
  const line = { label: { words: "compare.median" }, unit: unitAfter(view) };
  return {
    of: { metric: view.metric },
    about: "working.about.median",
    lines: [
      medianOf(line, parts),
      ruleOf({ label: { words: "working.parts.members" }, unit: "count" }, parts.length, []),
    ],
  };
}

/** The working of a figure of the page that compares; null where there is none of that name. */
export function compareWorking(view: CompareView, at: string): Working | null {
  if (at === "median") return medianWorking(view);
  const [kind, ...key] = at.split(".");
  const one = view.members.find((member) => member.key === key.join("."));
  return kind === "member" && one ? memberWorking(view, one) : null;
}
