import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import { CHANGE_RULE } from "@/lib/analysis/domain/change-points";
import type { TrendsView } from "@/lib/analysis/domain/trends-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addMonths, startOfMonth } from "@/lib/shared/business-date";
import { Worked } from "./worked";

/** Months from which on sales lie on another level, and what was noted in the market around them. */
export function ShiftCard({ view, f }: { view: TrendsView; f: Formatter }) {
  const t = useTranslations("analysis.trends.shifts");
  const { shifts, notes } = view;
  const { side, evidence } = CHANGE_RULE;
  return (
    <Card flush title={t("title")} sub={t("rule", { side, evidence })}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "month", label: t("since"), nowrap: true },
          { id: "change", label: t("change"), align: "right" },
          { id: "notes", label: t("notes") },
        ]}
        rows={shifts.map(({ month, change }) => {
          const around = notes.filter(
            ({ at }) =>
              startOfMonth(at) >= addMonths(month, -1) && startOfMonth(at) <= addMonths(month, 1),
          );
          const text = f.signedPercent(change, 0);
          return {
            id: month,
            cells: {
              month: f.month(month),
              change: (
                <Change
                  direction={change}
                  text={
                    <Worked
                      self={view.self}
                      at={`shift.${month}`}
                      label={f.month(month)}
                      value={text}
                    />
                  }
                />
              ),
              notes: (
                <q className="[quotes:none]">
                  {around.map(({ label }) => label).join(" · ") || "—"}
                </q>
              ),
            },
          };
        })}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
