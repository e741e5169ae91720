"use client";
import { Paperclip } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ProgressBar } from "@/components/ui/progress-bar";
import { ACCEPTED } from "@/lib/attachments/domain/file-type";
import type { RecordRef } from "@/lib/shared/record";

/** Adds files to a record, by choosing or dropping them, one after the other with progress. */
export function AttachmentAdd({ record }: { record: RecordRef }) {
  const t = useTranslations("attachments");
  const router = useRouter();
  const run = useCommand();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [over, setOver] = useState(false);
  async function add(files: readonly File[]) {
    const { sendFile } = await import("./send-file");
    for (const file of files) {
      const { name } = file;
      const onShare = (share: number) => setSending({ name, share });
      await run(sendFile(record, file, onShare), t("added", { name }));
      router.refresh();
    }
    setSending(null);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!sending) void add([...event.dataTransfer.files]);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button does the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        "rounded-control border border-line2 border-dashed p-2.5",
        over && "border-accent bg-accent-soft",
      )}
    >
      <input
        ref={chooser}
        type="file"
        multiple
        accept={ACCEPTED}
        hidden
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {sending ? (
        <ProgressBar
          label={t("sending", { name: sending.name })}
          value={sending.share}
          text={`${Math.round(sending.share * 100)}%`}
        />
      ) : (
        <p className="flex flex-wrap items-center gap-2 text-muted text-xs">
          <Button
            size="sm"
            icon={<Paperclip aria-hidden="true" />}
            onClick={() => chooser.current?.click()}
          >
            {t("add")}
          </Button>
          {t("drop")}
        </p>
      )}
    </div>
  );
}
