"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteAttachment } from "@/lib/attachments/actions";

/** Deletes one's own file, with an undo. */
export function AttachmentDelete({ id, name }: { id: string; name: string }) {
  const t = useTranslations("attachments");
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const gone = await run(deleteAttachment({ id }));
    if (typeof gone === "object") removed(t("deleted", { name }), gone.removal);
  }
  return (
    <IconButton
      size="sm"
      label={t("delete", { name })}
      icon={<Trash2 aria-hidden="true" />}
      onClick={() => void remove()}
    />
  );
}
