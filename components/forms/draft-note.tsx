"use client";
import { useTranslations } from "next-intl";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";

type DraftNoteProps = { waiting: boolean; restored: boolean; onDiscard: () => void };

/** Says that what was typed waits for a connection, or was brought back and can be thrown away. */
export function DraftNote({ waiting, restored, onDiscard }: DraftNoteProps) {
  const t = useTranslations("common");
  if (waiting)
    return (
      <Banner tone="warn" live>
        {t("draftWaiting")}
      </Banner>
    );
  if (!restored) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button size="sm" onClick={onDiscard}>
          {t("draftDiscard")}
        </Button>
      }
    >
      {t("draftRestored")}
    </Banner>
  );
}
