"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteNote } from "@/lib/market/actions";

/** Deletes a note and offers to bring it back. */
export function DeleteNote({ id }: { id: string }) {
  const t = useTranslations("marketForm");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const data = await run(deleteNote({ id }));
    if (typeof data !== "object") return;
    router.push("/market");
    removed(t("deleted"), data.removal, `/market/${id}`);
  }
  return (
    <Button icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
      {common("delete")}
    </Button>
  );
}
