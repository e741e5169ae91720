import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Formatter } from "@/lib/platform/i18n/format";

type Waiting = { id: string; title: string; createdAt: Date; files: readonly string[] };

/** Uploads that have not been confirmed yet; nothing when there are none. */
export async function WaitingUploads({
  uploads,
  f,
}: {
  uploads: readonly Waiting[];
  f: Formatter;
}) {
  if (uploads.length === 0) return null;
  const t = await getTranslations("data.waiting");
  return (
    <Card title={t("title")} sub={t("sub")} className="max-w-3xl">
      <ul className="grid gap-2">
        {uploads.map(({ id, title, createdAt, files }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 break-words">
              {title}
              <span className="block text-muted text-xs">
                {files.join(", ")} · {t("uploaded", { time: f.dateTime(createdAt) })}
              </span>
            </span>
            <LinkButton href={`/data/uploads/${id}`} size="sm">
              {t("open")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
