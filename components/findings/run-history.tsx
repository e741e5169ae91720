import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

type Run = {
  id: string;
  createdAt: Date;
  asOf: BusinessDate;
  rootUnit: Reference;
  requestedBy: Reference | null;
  tests: number;
  found: number;
  fresh: number;
};

/** The latest looks: over which units, who asked, how many tests, what they told. */
export function RunHistory({ runs, f }: { runs: readonly Run[]; f: Formatter }) {
  const t = useTranslations("findings.runs");
  const right = { align: "right" } as const;
  return (
    <Sheet title={t("title")} description={t("about")} trigger={<Button>{t("title")}</Button>}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "asOf", label: t("asOf"), nowrap: true },
          { id: "unit", label: t("unit") },
          { id: "tests", label: t("tests"), ...right },
          { id: "found", label: t("found"), ...right },
          { id: "fresh", label: t("fresh"), ...right },
        ]}
        rows={runs.map((run) => ({
          id: run.id,
          cells: {
            asOf: f.date(run.asOf),
            unit: (
              <>
                {localName(run.rootUnit, f.locale)}
                <span className="block text-2xs text-muted">
                  {run.requestedBy ? localName(run.requestedBy, f.locale) : t("loaded")}
                </span>
              </>
            ),
            tests: f.number(run.tests),
            found: f.number(run.found),
            fresh: f.number(run.fresh),
          },
        }))}
        empty={<p className="text-muted text-sm">{t("none")}</p>}
      />
    </Sheet>
  );
}
