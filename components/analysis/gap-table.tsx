import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import type { GapMetric } from "@/lib/analysis/domain/gap-choices";
import type { Addressed, GapMember, GapSplit } from "@/lib/analysis/domain/gap-view";
import { memberAt } from "@/lib/analysis/domain/gap-working";
import type { Formatter } from "@/lib/platform/i18n/format";
import { capital } from "@/lib/shared/capital";
import { ratio } from "@/lib/shared/ratio";
import { useGapWords } from "./gap-words";
import { Worked } from "./worked";

type Props = {
  metric: GapMetric;
  split: GapSplit;
  /** The page, see `workingHref`. */
  self: string;
  f: Formatter;
  /** The page limited to a member. */
  open: (member: GapMember) => string | undefined;
};

/** Every member with both its figures and what it adds to the gap; a name opens the same page about it. */
export function GapTable({ metric, split, self, f, open }: Props) {
  const t = useTranslations("analysis.gap");
  const words = useGapWords(metric, f);
  const title = t("table", { by: t(`by.${split.by}`) });
  const figure = (name: string, shown: Addressed | null) =>
    shown?.value == null ? (
      "—"
    ) : (
      <FigureAt
        address={shown.address}
        who={name}
        value={addressText(f, shown.address, shown.value)}
      />
    );
  const part = (value: number, name: string, at: string) => {
    const worked = (text: string) => <Worked {...{ self, at }} label={name} value={text} />;
    return {
      difference: <Change direction={value} text={worked(words.difference(value))} />,
      share: worked(f.percent(ratio(value, split.gap))),
    };
  };
  const extra = [
    { id: "others", name: t("others", { count: split.othersCount }), value: split.others },
    { id: "rest", name: t("rest"), value: split.rest },
  ].filter(({ value }) => value !== 0);
  return (
    <Card flush title={title} sub={t(split.base === "target" ? "tableTarget" : "tableSub")}>
      <SimpleTable
        caption={title}
        columns={[
          { id: "name", label: capital(t(`by.${split.by}`)), nowrap: true },
          { id: "now", label: capital(t("now")), align: "right" },
          { id: "base", label: capital(t(`against.${split.base}`)), align: "right" },
          { id: "difference", label: t("contribution"), align: "right" },
          { id: "share", label: t("share"), align: "right", wideOnly: true },
        ]}
        rows={[
          ...split.members.map((member) => {
            const name = words.name(split.by, member);
            return {
              id: member.key ?? "none",
              href: open(member),
              cells: {
                name,
                now: figure(name, member.now),
                base: figure(name, member.base),
                ...part(member.contribution, name, memberAt(split.by, member.key)),
              },
            };
          }),
          ...extra.map(({ id, name, value }) => ({
            id,
            cells: { name, ...part(value, name, "gap") },
          })),
        ]}
        totals={{
          name: t("whole"),
          now: figure(t("whole"), split.now),
          base: figure(t("whole"), split.against),
          difference: part(split.gap, t("whole"), "gap").difference,
        }}
        empty={<EmptyState title={t("noMembers")} />}
      />
    </Card>
  );
}
