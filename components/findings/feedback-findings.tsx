import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { findingName } from "@/lib/findings/domain/finding-fields";
import { EvidenceButton } from "./evidence-button";
import { LinkFindingForm } from "./link-finding-form";

type Named = { id: string; title: string; titleEn: string | null };
type Props = {
  feedbackId: string;
  linked: readonly Named[];
  others: readonly Named[];
  locale: string;
};

/** The findings a piece of feedback is evidence of, and a way to link another. */
export function FeedbackFindings({ feedbackId, linked, others, locale }: Props) {
  const t = useTranslations("findings.voices");
  const options = others.map((one) => ({ value: one.id, label: findingName(one, locale) }));
  return (
    <Card
      title={t("findings")}
      actions={
        options.length > 0 ? (
          <Dialog title={t("linkTo")} trigger={<Button size="sm">{t("linkTo")}</Button>}>
            <LinkFindingForm feedbackId={feedbackId} options={options} />
          </Dialog>
        ) : null
      }
    >
      {linked.length === 0 ? <p className="text-muted text-sm">{t("noFinding")}</p> : null}
      <ul className="grid gap-1.5">
        {linked.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-2">
            <Link className="link" href={`/findings/${one.id}`}>
              {findingName(one, locale)}
            </Link>
            <EvidenceButton
              findingId={one.id}
              feedbackId={feedbackId}
              linked
              label={findingName(one, locale)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
