import { ChevronRight, ScrollText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { DASH, type Formatter } from "@/lib/platform/i18n/format";
import type { FieldChange } from "@/lib/settings/domain/audit-change";
import { AUDIT_ACTIONS } from "@/lib/settings/schema";
import type { Named, Reference } from "@/lib/shared/named";
import { type AuditWords, noteKey, useAuditWords } from "./audit-words";

type Entry = {
  id: string;
  at: Date;
  user: Reference | null;
  userId: string | null;
  action: string;
  subject: string;
  rowId: string | null;
  note: string | null;
  changes: readonly FieldChange[];
  named: Named | null;
  about: readonly string[];
  facts: readonly { field: string; value: unknown }[];
};

type AuditListProps = {
  entries: readonly Entry[];
  names: ReadonlyMap<string, Named>;
  format: Formatter;
  filtered: boolean;
};

/** Entries of the audit log, newest first; each opens to what changed, field by field. */
export function AuditList({ entries, names, format, filtered }: AuditListProps) {
  const t = useTranslations("settings.audit");
  const words = useAuditWords(names, format);
  if (entries.length === 0) {
    return (
      <EmptyState icon={<ScrollText />} title={t(filtered ? "noMatch" : "empty")}>
        {t(filtered ? "noMatchHint" : "emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className="border-grid border-b last:border-0">
          <details className="group">
            <summary className="flex cursor-pointer list-none items-start gap-2 px-4 py-2 text-sm hover:bg-hover">
              <ChevronRight
                aria-hidden="true"
                className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
              />
              <Line entry={entry} words={words} format={format} />
            </summary>
            <Detail entry={entry} words={words} />
          </details>
        </li>
      ))}
    </ul>
  );
}

type PartProps = { entry: Entry; words: AuditWords };

const TONE = { create: "good", update: "neutral", delete: "bad", import: "neutral" } as const;

function Line({ entry, words, format }: PartProps & { format: Formatter }) {
  const t = useTranslations("settings.audit");
  const action = AUDIT_ACTIONS.find((one) => one === entry.action);
  const who = entry.user
    ? words.named(entry.user)
    : entry.userId
      ? words.idText(entry.userId)
      : t("system");
  const name = [
    ...(entry.named ? [words.named(entry.named)] : []),
    ...entry.about.map(words.idText),
    ...entry.facts.map(({ field, value }) => words.valueText(field, value)),
  ]
    .filter((part) => part !== DASH)
    .join(" · ");
  return (
    <span className="grid min-w-0 flex-1 grid-cols-[10.5rem_9rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 phone:grid-cols-1">
      <span className="text-muted tabular-nums">{format.dateTime(entry.at)}</span>
      <span className="truncate">{who}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-2">
        <Tag status={action ? TONE[action] : "neutral"}>
          {action ? t(`actions.${action}`) : entry.action}
        </Tag>
        <span>{words.subject(entry.subject)}</span>
        <b className="min-w-0 break-words font-medium">{name}</b>
        {entry.action === "update" ? (
          <span className="text-muted text-xs">
            {entry.changes.map(({ field }) => words.field(field)).join(", ")}
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** Where the record of an entry can be opened. */
const PLACES: Record<string, string> = {
  user: "/settings/users/",
  unit: "/settings/units/",
  product: "/settings/products/",
  deal: "/deals/",
  customer: "/customers/",
};

function Detail({ entry, words }: PartProps) {
  const t = useTranslations("settings.audit");
  const key = noteKey(entry.note ?? "");
  const place = entry.action === "delete" ? undefined : PLACES[entry.subject];
  return (
    <div className="px-4 pt-1 pb-4 pl-10 text-sm phone:pl-4">
      {entry.note ? (
        <p className="mb-2 text-ink2">
          {t("note", { note: key ? t(`notes.${key}`) : entry.note })}
        </p>
      ) : null}
      <table className="w-full max-w-3xl text-left">
        <caption className="sr-only">{t("changes")}</caption>
        <thead className="text-muted text-xs">
          <tr>
            <th scope="col" className="w-1/4 pb-1 font-normal">
              {t("field")}
            </th>
            <th scope="col" className="pb-1 font-normal">
              {t("before")}
            </th>
            <th scope="col" className="pb-1 font-normal">
              {t("after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.changes.map(({ field, before, after }) => (
            <tr key={field} className="align-top *:border-grid *:border-t *:py-1">
              <th scope="row" className="pr-3 font-normal text-ink2">
                {words.field(field)}
              </th>
              <td className="break-words pr-3 text-ink2">{words.valueText(field, before)}</td>
              <td className="break-words font-medium">{words.valueText(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entry.rowId ? (
        <p className="mt-2 flex flex-wrap gap-x-3 text-muted text-xs">
          <span className="break-all">{t("recordId", { id: entry.rowId })}</span>
          <Link className="link" href={`?record=${entry.rowId}`}>
            {t("sameRecord")}
          </Link>
          {place ? (
            <Link className="link" href={place + entry.rowId}>
              {t("open")}
            </Link>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
