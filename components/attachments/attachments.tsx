import { FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { type AttachmentsView, sizeText } from "@/lib/attachments/domain/attachment";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { AttachmentAdd } from "./attachment-add";
import { AttachmentDelete } from "./attachment-delete";

/** The files of a record, for the page of any record. */
export function Attachments({ view, f }: { view: AttachmentsView; f: Formatter }) {
  const t = useTranslations("attachments");
  const locale = useLocale();
  return (
    <ClientMessages namespaces={["attachments"]}>
      <Card id="files" title={t("title")}>
        {view.files.length > 0 ? (
          <ul className="mb-3 grid gap-2">
            {view.files.map((file) => (
              <li key={file.id} className="flex items-start gap-2">
                <FileText className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden="true" />
                <span className="min-w-0 flex-1">
                  <a className="link break-words" href={`/api/attachments/${file.id}`} download>
                    {file.name}
                  </a>
                  <span className="block text-muted text-xs">
                    {sizeText(file.size, f.number)} · {localName(file.author, locale)} ·{" "}
                    <time dateTime={file.at.toISOString()}>{f.dateTime(file.at)}</time>
                  </span>
                </span>
                {file.author.id === view.userId ? (
                  <AttachmentDelete id={file.id} name={file.name} />
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="mb-3 text-muted text-sm">
            {t("empty", { limit: f.number(view.limit / 1_000_000) })}
          </p>
        )}
        <AttachmentAdd record={view.record} />
      </Card>
    </ClientMessages>
  );
}
