import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkButton } from "@/components/ui/link-button";
import type { ExplainedFigure } from "@/lib/figures/domain/explained-figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { lastDay, type Period } from "@/lib/shared/period";
import { FigureAt } from "./figure-at";
import { useFigureName } from "./figure-name";
import { addressText } from "./figure-text";

/** The figures it is computed from, each with its own page. Nothing where there are none and no target. */
export function FigureParts({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  const nameOf = useFigureName();
  const { parts, address, targetsHref } = explained;
  if (parts.length === 0 && !targetsHref) return null;
  const differs = ({ from, to }: Period) => from !== address.range.from || to !== address.range.to;
  return (
    <Card
      title={t("parts")}
      actions={
        targetsHref ? (
          <LinkButton size="sm" href={targetsHref}>
            {t("targets")}
          </LinkButton>
        ) : null
      }
    >
      <KeyValueList
        items={parts.map(({ address: part, value, name, share }) => ({
          label: (
            <>
              {name ? localName(name, f.locale) : nameOf(part)}
              {share === undefined ? null : (
                <span className="ml-2 text-xs">{t("weighs", { share: f.percent(share) })}</span>
              )}
              {differs(part.range) && part.range.from < part.range.to ? (
                <span className="ml-2 text-xs">
                  {t("fromTo", {
                    from: f.dateShort(part.range.from),
                    to: f.dateShort(lastDay(part.range)),
                  })}
                </span>
              ) : null}
            </>
          ),
          value: <FigureAt address={part} value={addressText(f, part, value)} />,
        }))}
      />
    </Card>
  );
}
