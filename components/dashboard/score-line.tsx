import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import type { DashboardView } from "@/lib/dashboard/domain/dashboard-view";
import type { Formatter } from "@/lib/platform/i18n/format";

/** All KPIs with a target in one score; nothing where fewer than two have one. */
export function ScoreLine({ score, f }: { score: DashboardView["score"]; f: Formatter }) {
  const t = useTranslations("dashboard");
  if (!score) return null;
  return (
    <p className="mt-1.5 px-1 text-muted text-xs">
      {t.rich("score", {
        value: () => (
          <b key="value" className="text-ink">
            <FigureAt address={score.address} value={f.percent(score.value)} />
          </b>
        ),
      })}
    </p>
  );
}
