import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { NeedsAttention } from "@/components/ui/needs-attention";
import type { Finding, FindingTotals } from "@/lib/findings/domain/finding";
import { findingName } from "@/lib/findings/domain/finding-fields";
import type { Formatter } from "@/lib/platform/i18n/format";
import { FindingSentence } from "./finding-sentence";

type Props = {
  findings: readonly Finding[];
  totals: FindingTotals;
  /** The list that holds all of them. */
  href?: string;
  className?: string;
  f: Formatter;
};

/** The largest open findings, for pages about something else; nothing where there are none. */
export function TopFindings({ findings, totals, href = "/findings", className, f }: Props) {
  const t = useTranslations("findings");
  if (findings.length === 0) return null;
  return (
    <Card
      flush
      className={className}
      title={t("title")}
      sub={
        <Link className="hover:underline" href={href}>
          {t("topSub", { proposed: totals.proposed, size: f.money(totals.size) })}
        </Link>
      }
      actions={
        <Link className="link text-sm" href={href}>
          {t("all")}
        </Link>
      }
    >
      <NeedsAttention
        items={findings.map((finding) => ({
          id: finding.id,
          tone: finding.status === "confirmed" ? "bad" : "warn",
          title: findingName(finding, f.locale),
          detail: finding.evidence ? (
            <FindingSentence evidence={finding.evidence} f={f} />
          ) : (
            finding.note
          ),
          kind: t(`statuses.${finding.status}`),
          href: `/findings/${finding.id}`,
        }))}
      />
    </Card>
  );
}
