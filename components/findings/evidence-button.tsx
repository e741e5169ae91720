"use client";
import { Link2, Unlink2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { linkEvidence, unlinkEvidence } from "@/lib/findings/actions";

type Props = { findingId: string; feedbackId: string; linked: boolean; label: string };

/** Links feedback to a finding as evidence, or takes it away again. */
export function EvidenceButton({ linked, label, ...link }: Props) {
  const t = useTranslations("findingForm");
  const run = useCommand();
  const removed = useRemoved();
  async function unlink() {
    const data = await run(unlinkEvidence(link));
    if (typeof data === "object") removed(t("unlinked"), data.removal);
  }
  return (
    <IconButton
      size="sm"
      label={t(linked ? "unlink" : "link", { what: label })}
      icon={linked ? <Unlink2 aria-hidden="true" /> : <Link2 aria-hidden="true" />}
      onClick={() => void (linked ? unlink() : run(linkEvidence(link), t("linked")))}
    />
  );
}
