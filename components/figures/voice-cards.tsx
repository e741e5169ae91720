import { getLocale, getTranslations } from "next-intl/server";
import { Figure } from "@/components/ui/figure";
import { KpiCard, KpiRow } from "@/components/ui/kpi-card";
import { figureHref } from "@/lib/figures/domain/figure-link";
import { unitOf } from "@/lib/figures/domain/figure-unit";
import type { VoiceOverview } from "@/lib/figures/domain/voice";
import { createFormatter } from "@/lib/platform/i18n/format";
import { figureText } from "./figure-text";

/** What customers say in a row of figures; each opens its definition and records. */
export async function VoiceCards({ voice, currency }: { voice: VoiceOverview; currency: string }) {
  const [t, m, locale] = await Promise.all([
    getTranslations("feedback.overview"),
    getTranslations("metrics"),
    getLocale(),
  ]);
  const f = createFormatter({ locale, currency });
  return (
    <div className="mb-3.5">
      <KpiRow>
        {voice.figures.map(({ metric, value, n, before }) => {
          const text = figureText(f, unitOf({ metric }), value);
          const label = m(`${metric}.name`);
          return (
            <KpiCard
              key={metric}
              label={label}
              value={
                <Figure
                  label={label}
                  value={text}
                  href={figureHref({ metric, range: voice.range, where: {} })}
                />
              }
              detail={[
                metric === "nps" && voice.interval
                  ? t("interval", {
                      low: f.number(voice.interval.low, 0),
                      high: f.number(voice.interval.high, 0),
                    })
                  : null,
                t("before", { value: figureText(f, unitOf({ metric }), before) }),
                t("n", { n: f.number(n) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            />
          );
        })}
      </KpiRow>
    </div>
  );
}
