import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { GapDimension, GapMetric } from "@/lib/analysis/domain/gap-choices";
import type { Causes } from "@/lib/analysis/domain/gap-view";
import { memberAt } from "@/lib/analysis/domain/gap-working";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useGapWords } from "./gap-words";
import { Worked } from "./worked";

type Props = {
  metric: GapMetric;
  causes: readonly Causes[];
  /** The page, see `workingHref`. */
  self: string;
  f: Formatter;
  /** The page split by another dimension. */
  splitBy: (by: GapDimension) => string;
};

/** Where the gap comes from, seen from each side: units, reps, products, customers. */
export function GapCauses({ metric, causes, self, f, splitBy }: Props) {
  const t = useTranslations("analysis.gap");
  const words = useGapWords(metric, f);
  return (
    <Card title={t("causes")} sub={t("causesSub")}>
      <ul className="divide-y divide-line">
        {causes.map(({ by, base, members }) => (
          <li key={by} className="py-2">
            <div className="flex items-center justify-between gap-2 text-muted text-xs">
              <span>{t("causeAgainst", { by: t(`by.${by}`), against: t(`against.${base}`) })}</span>
              <LinkButton variant="ghost" size="sm" href={splitBy(by)} scroll={false}>
                {t("splitBy", { by: t(`by.${by}`) })}
              </LinkButton>
            </div>
            {members.map((member) => (
              <div key={member.key} className="flex justify-between gap-3 py-1">
                <span className="min-w-0 truncate">{words.name(by, member)}</span>
                <span className="shrink-0 tabular-nums">
                  <Worked
                    self={self}
                    at={memberAt(by, member.key)}
                    label={words.name(by, member)}
                    value={words.difference(member.contribution)}
                  />
                </span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
