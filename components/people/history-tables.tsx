import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SimpleTable } from "@/components/tables/simple-table";
import { OPEN_END, OPEN_START } from "@/lib/people/domain/timeline";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";

type Stretch = { id: string; what: ReactNode; kind?: string; from: BusinessDate; to: BusinessDate };

/** What held and when, latest first; open ends in words. */
export function StretchTable({
  caption,
  whatLabel,
  stretches,
  format,
}: {
  caption: string;
  whatLabel: string;
  stretches: readonly Stretch[];
  format: Formatter;
}) {
  const t = useTranslations("people.users");
  const withKind = stretches.some((stretch) => stretch.kind);
  return (
    <SimpleTable
      caption={caption}
      columns={[
        { id: "what", label: whatLabel },
        ...(withKind ? [{ id: "kind", label: t("kind"), nowrap: true }] : []),
        { id: "from", label: t("since"), nowrap: true },
        { id: "to", label: t("until"), nowrap: true },
      ]}
      rows={stretches.map((stretch) => ({
        id: stretch.id,
        cells: {
          what: stretch.what,
          kind: stretch.kind,
          from: stretch.from === OPEN_START ? t("always") : format.date(stretch.from),
          to: stretch.to === OPEN_END ? t("now") : format.date(stretch.to),
        },
      }))}
      empty={<p className="px-4 pb-4 text-muted text-sm">{t("noHistory")}</p>}
    />
  );
}
