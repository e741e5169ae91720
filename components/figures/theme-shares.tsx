import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import type { VoiceOverview } from "@/lib/figures/domain/voice";
import { createFormatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { addressText } from "./figure-text";

/** What feedback is about most, with the change against the three months before; nothing without themes. */
export async function ThemeShares({ voice, currency }: { voice: VoiceOverview; currency: string }) {
  const [t, locale] = await Promise.all([getTranslations("feedback.overview"), getLocale()]);
  const f = createFormatter({ locale, currency });
  const { range, before, themes } = voice;
  if (themes.length === 0) return null;
  return (
    <Card title={t("themes")} sub={t("themesSub")} className="mb-3.5">
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm phone:grid-cols-1">
        {themes.map(({ theme, share, change }) => {
          const name = localName(theme, locale);
          const where = { theme: theme.id };
          const ofShare: FigureAddress = { metric: "theme_share", range, where };
          const of = "theme_share" as const;
          const ofChange: FigureAddress = { metric: "change", of, range, base: before, where };
          return (
            <li key={theme.id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="h-1.5 w-20 shrink-0 overflow-hidden rounded bg-sunken" aria-hidden>
                <span
                  className="block h-full bg-accent"
                  style={{ width: `${Math.min(1, share ?? 0) * 100}%` }}
                />
              </span>
              <span className="w-12 text-right">
                <Figure
                  label={t("shareOf", { theme: name })}
                  value={f.percent(share, 0)}
                  href={figureHref(ofShare)}
                />
              </span>
              <span className="w-24 text-right text-xs">
                <Figure
                  label={t("changeOf", { theme: name })}
                  value={addressText(f, ofChange, change)}
                  href={figureHref(ofChange)}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
