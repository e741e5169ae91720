import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { EvidenceButton } from "./evidence-button";

type Voice = { id: string; text: string | null; givenOn: BusinessDate; linked: boolean };

/** What customers said that speaks for a finding: linked by somebody, or about the same thing. */
export function FindingVoices({
  findingId,
  voices,
  f,
}: {
  findingId: string;
  voices: readonly Voice[];
  f: Formatter;
}) {
  const t = useTranslations("findings.voices");
  return (
    <Card title={t("title")} sub={t("about")} flush>
      {voices.length === 0 ? <p className="px-4 pb-4 text-muted text-sm">{t("none")}</p> : null}
      <ul className="pb-2">
        {voices.map(({ id, text, givenOn, linked }) => (
          <li
            key={id}
            className="flex items-start gap-2.5 border-grid border-t px-4 py-2.25 first:border-t-0"
          >
            <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <Link className="link" href={`/feedback/${id}`}>
                {text}
              </Link>
              <span className="block text-muted text-xs">
                {f.date(givenOn)} {linked ? <Tag status="good">{t("linked")}</Tag> : null}
              </span>
            </p>
            <EvidenceButton
              findingId={findingId}
              feedbackId={id}
              linked={linked}
              label={text ?? ""}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
