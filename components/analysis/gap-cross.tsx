import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { crossAt } from "@/lib/analysis/domain/cross-working";
import type { GapMetric } from "@/lib/analysis/domain/gap-choices";
import type { CrossCell, CrossMember, GapCross } from "@/lib/analysis/domain/gap-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { capital } from "@/lib/shared/capital";
import { useGapWords } from "./gap-words";
import { Worked, WorkedLink } from "./worked";

type Props = { metric: GapMetric; cross: GapCross; self: string; f: Formatter };

const NAMED = 3;

/** The gap by two things at once, e.g. products down and units across; the cells sum to it exactly. */
export function GapCrossTable({ metric, cross, self, f }: Props) {
  const { by, across, split, gap, rows, columns, cells } = cross;
  const t = useTranslations("analysis.gap");
  const words = useGapWords(metric, f);
  const nameOf = (dimension: typeof by, member: CrossMember) =>
    member.others ? t("allOthers") : words.name(dimension, member);
  const part = (cell: CrossCell | undefined) => cell?.contribution ?? 0;
  const sum = (some: readonly (CrossCell | undefined)[]) =>
    some.reduce((total, cell) => total + part(cell), 0);
  const worked = (at: string, label: string, value: number) => (
    <Worked {...{ self, at, label }} value={words.difference(value)} />
  );
  const largest = Math.max(...cells.flat().map((cell) => Math.abs(part(cell))), 0);
  const right = { align: "right" } as const;
  const pairs = rows.flatMap((row, r) =>
    columns.map((column, c) => ({ row, column, amount: part(cells[r]?.[c]) })),
  );
  const causes = pairs
    .filter(({ row, column, amount }) => !row.others && !column.others && amount * gap > 0)
    .toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, NAMED)
    .map(
      ({ row, column, amount }) =>
        `${nameOf(by, row)} × ${nameOf(across, column)} (${words.difference(amount)})`,
    )
    .join(f.locale === "en" ? ", " : "、");
  const title = capital(t("cross", { by: t(`by.${by}`), across: t(`by.${across}`) }));
  return (
    <Card
      flush
      className="mt-3.5"
      title={title}
      sub={[
        t("crossSub", { against: t(`against.${split.base}`), gap: words.difference(gap) }),
        causes ? t("crossCauses", { causes }) : "",
      ].join(" ")}
      actions={<WorkedLink self={self} at={crossAt(null, null)} />}
    >
      <SimpleTable
        caption={title}
        columns={[
          { id: "name", label: capital(t(`by.${by}`)), nowrap: true },
          ...columns.map((column, c) => ({ id: `${c}`, label: nameOf(across, column), ...right })),
          { id: "whole", label: t("whole"), ...right },
        ]}
        rows={rows.map((row, r) => ({
          id: `${row.key}`,
          cells: {
            name: nameOf(by, row),
            whole: (
              <b className="font-medium">
                {worked(crossAt(r, null), nameOf(by, row), sum(cells[r] ?? []))}
              </b>
            ),
            ...Object.fromEntries(
              columns.map((column, c) => [
                `${c}`,
                cells[r]?.[c] ? (
                  <Tinted key={`${column.key}`} share={part(cells[r]?.[c]) / (largest || 1)}>
                    {worked(
                      crossAt(r, c),
                      `${nameOf(by, row)} × ${nameOf(across, column)}`,
                      part(cells[r]?.[c]),
                    )}
                  </Tinted>
                ) : (
                  "—"
                ),
              ]),
            ),
          },
        }))}
        totals={{
          name: t("whole"),
          whole: worked(crossAt(null, null), t("whole"), gap),
          ...Object.fromEntries(
            columns.map((column, c) => [
              `${c}`,
              worked(
                crossAt(null, c),
                nameOf(across, column),
                sum(cells.map((line) => line[c] ?? null)),
              ),
            ]),
          ),
        }}
      />
    </Card>
  );
}

/** Tinted by its share of the largest one; the sign says the direction without the colour. */
function Tinted({ share, children }: { share: number; children: ReactNode }) {
  const colour = share < 0 ? "var(--fall)" : "var(--rise)";
  const tint = `color-mix(in srgb, ${colour} ${Math.round(Math.abs(share) * 24)}%, transparent)`;
  return (
    <span className="-mx-1.5 inline-block rounded-tag px-1.5 py-0.5" style={{ background: tint }}>
      {children}
    </span>
  );
}
