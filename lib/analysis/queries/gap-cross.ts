import "server-only";
import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import { OTHERS } from "@/lib/metrics/domain/dimensions";
import type { Tx } from "@/lib/platform/db/access";
import { crossSides } from "../data/gap-cross";
import { contributions, type Side } from "../domain/contributions";
import type { GapDimension, GapMetric } from "../domain/gap-choices";
import type { CrossCell, CrossMember, GapCross, GapSplit } from "../domain/gap-view";
import { baseAddress, whereOf } from "./gap-split";

/** Rows and columns with a name of their own, the largest parts of the gap. */
const ROWS = 8;
const COLUMNS = 6;

type Asked = {
  metric: GapMetric;
  choices: GapDimension[];
  whole: { now: Side; base: Side };
  /** The same gap split by what stands down, and by what stands across. */
  rows: GapSplit;
  columns: GapSplit;
};

function heads({ members, othersCount }: GapSplit, most: number): CrossMember[] {
  const named = members.slice(0, most).map(({ key, name, direct }) => ({
    ...{ key, name, direct, others: false },
  }));
  const rest = members.length > most || othersCount > 0;
  return rest ? [...named, { key: OTHERS, name: null, direct: false, others: true }] : named;
}

/** Every pair of members with what it adds; the cells are the whole, so they sum to the gap. */
export async function crossView(
  tx: Tx,
  frame: DashboardFrame,
  { metric, choices, whole, rows, columns }: Asked,
): Promise<GapCross | null> {
  const [down, over] = [heads(rows, ROWS), heads(columns, COLUMNS)];
  const keysOf = (some: CrossMember[]) => some.filter((one) => !one.others).map(({ key }) => key);
  const sides = await crossSides(tx, frame, {
    ...{ metric, base: rows.base, by: rows.by, across: columns.by },
    ...{ rows: keysOf(down), columns: keysOf(over) },
  });
  const { unit, form } = metricOf(metric);
  const currency = unit === "money" ? frame.organisation.baseCurrency : null;
  const parts = contributions(form === "sum" ? "sum" : "quotient", whole, sides, currency);
  if (!parts) return null;
  // What has no difference has no line of its own in a split, yet may have pairs that differ.
  const all = (some: CrossMember[], keys: readonly (string | null)[]) =>
    keys.includes(OTHERS) && !some.some(({ others }) => others)
      ? [...some, { key: OTHERS, name: null, direct: false, others: true }]
      : some;
  const shown = {
    rows: all(
      down,
      sides.map(({ key }) => key),
    ),
    columns: all(
      over,
      sides.map(({ across }) => across),
    ),
  };
  const cellOf = (row: CrossMember, column: CrossMember): CrossCell => {
    const at = sides.findIndex(({ key, across }) => key === row.key && across === column.key);
    const side = sides[at];
    if (!side) return null;
    const where = {
      ...whereOf(frame, rows.by, row.key),
      ...whereOf(frame, columns.by, column.key),
    };
    // All others together have no page of their own.
    const plain = row.others || column.others;
    const then = side.base && {
      value: side.base.value,
      address: plain ? undefined : baseAddress(frame, metric, rows.base, where),
    };
    return {
      contribution: parts.members[at]?.contribution ?? 0,
      now: {
        value: side.now?.value ?? null,
        address: plain ? undefined : addressOf(frame, metric, where),
      },
      base: then,
      sides: { now: side.now, base: side.base },
    };
  };
  return {
    ...{ by: rows.by, across: columns.by, choices, split: rows, gap: parts.gap, ...shown },
    cells: shown.rows.map((row) => shown.columns.map((column) => cellOf(row, column))),
  };
}
