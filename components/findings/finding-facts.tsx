import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Finding } from "@/lib/findings/domain/finding";
import { findingName } from "@/lib/findings/domain/finding-fields";
import { isTested } from "@/lib/findings/domain/kinds";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { chanceText } from "./chance-text";

/** What a finding is about, how large and how sure it is, and what became of it. */
export function FindingFacts({
  finding,
  records,
  f,
}: {
  finding: Finding;
  records: string | null;
  f: Formatter;
}) {
  const t = useTranslations("findings");
  const { kind, size, n, p, q, unit, user, product, stage, theme, competitor } = finding;
  const named = [
    ["unit", unit],
    ["person", user],
    ["product", product],
    ["stage", stage],
    ["theme", theme],
    ["competitor", competitor],
  ] as const;
  const { decidedBy, createdBy, mergedInto, reason } = finding;
  return (
    <Card title={t("facts")}>
      <KeyValueList
        items={[
          { label: t("columns.kind"), value: t(`kinds.${kind}`) },
          ...named.flatMap(([name, one]) =>
            one ? [{ label: t(`columns.${name}`), value: localName(one, f.locale) }] : [],
          ),
          {
            label: t("columns.size"),
            value: records ? (
              <Link className="link" href={records}>
                {size === null ? t("records") : f.moneyFull(size)}
              </Link>
            ) : (
              f.moneyFull(size)
            ),
          },
          { label: t("columns.n"), value: f.number(n) },
          ...(isTested(kind)
            ? [
                { label: t("columns.p"), value: chanceText(p, f) },
                { label: t("columns.q"), value: chanceText(q, f) },
              ]
            : []),
          { label: t("columns.foundOn"), value: f.date(finding.foundOn) },
          ...(createdBy ? [{ label: t("author"), value: localName(createdBy, f.locale) }] : []),
          ...(decidedBy ? [{ label: t("decidedBy"), value: localName(decidedBy, f.locale) }] : []),
          ...(reason ? [{ label: t("columns.reason"), value: reason }] : []),
          ...(mergedInto
            ? [
                {
                  label: t("mergedInto"),
                  value: (
                    <Link className="link" href={`/findings/${mergedInto.id}`}>
                      {findingName(
                        { title: mergedInto.name, titleEn: mergedInto.nameEn },
                        f.locale,
                      )}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {kind === "own" ? null : <p className="mt-3 text-muted text-sm">{t(`tests.${kind}`)}</p>}
    </Card>
  );
}
