import { MessageSquarePlus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { FeedbackRow } from "@/lib/feedback/domain/feedback";
import type { Formatter } from "@/lib/platform/i18n/format";
import { KindTag, StatusTag } from "./feedback-tags";
import { feedbackWords } from "./feedback-words";

type FeedbackPanelProps = {
  rows: readonly FeedbackRow[];
  count: number;
  /** All of it, in the list. */
  allHref: string;
  /** The form for a new piece; without it none is offered. */
  newHref?: string;
  /** Further buttons, e.g. a link for the customer. */
  actions?: React.ReactNode;
  f: Formatter;
};

/** The latest feedback of a deal, a customer or about a competitor. */
export async function FeedbackPanel({
  rows,
  count,
  allHref,
  newHref,
  actions,
  f,
}: FeedbackPanelProps) {
  const [t, words] = await Promise.all([getTranslations("feedback"), feedbackWords()]);
  return (
    <Card
      flush
      title={t("title")}
      actions={
        <>
          {actions}
          {newHref ? (
            <LinkButton
              href={newHref}
              variant="ghost"
              size="sm"
              icon={<MessageSquarePlus aria-hidden="true" />}
            >
              {t("record")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-muted text-sm">{t("none")}</p>
      ) : (
        <ul className="pb-2">
          {rows.map((row) => (
            <li
              key={row.id}
              className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-2.5 border-grid border-t px-4 py-2.25 first:border-t-0 hover:bg-hover"
            >
              <div className="min-w-0">
                <p className="line-clamp-2 font-medium [overflow-wrap:anywhere]">
                  <Link href={`/feedback/${row.id}`} className="after:absolute after:inset-0">
                    {row.text ?? words.kind(row.kind)}
                  </Link>
                </p>
                <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-muted text-xs">
                  {f.date(row.givenOn)} · {words.channel(row.channel)}
                </p>
              </div>
              <p className="flex flex-col items-end gap-1">
                <KindTag kind={row.kind} score={row.score} />
                <StatusTag status={row.status} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {count > rows.length ? (
        <p className="px-4 pb-3">
          <LinkButton href={allHref} size="sm" variant="ghost">
            {t("all", { count })}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
