import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { AnswerForm } from "./answer-form";

type Asked = {
  id: string;
  typedName: string;
  note: string | null;
  answer: string | null;
  answeredAt: Date | null;
  createdAt: Date;
  answeredBy: Reference | null;
};
export type ToAnswer = Asked & { customer: Reference; askedBy: Reference };

/** Questions about customers the reader answers for. */
export function RequestsToAnswer({ items, f }: { items: readonly ToAnswer[]; f: Formatter }) {
  const t = useTranslations("customers.requests");
  const locale = useLocale();
  return (
    <Card title={t("toAnswer")} sub={t("toAnswerHint")}>
      {items.length === 0 ? <EmptyState title={t("noneToAnswer")} /> : null}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="grid gap-2 border-grid border-b py-3 text-sm last:border-0">
            <p>
              {t.rich("asks", {
                person: localName(one.askedBy, locale),
                typed: one.typedName,
                link: () => (
                  <Link className="link" href={`/customers/${one.customer.id}`}>
                    {localName(one.customer, locale)}
                  </Link>
                ),
              })}{" "}
              <span className="text-muted text-xs">{f.dateTime(one.createdAt)}</span>
            </p>
            {one.note ? <p className="break-words text-ink2">{one.note}</p> : null}
            {one.answeredAt ? <Answer one={one} f={f} /> : <AnswerForm id={one.id} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Questions the reader asked, with nothing of the customers but the answers. */
export function RequestsAsked({ items, f }: { items: readonly Asked[]; f: Formatter }) {
  const t = useTranslations("customers.requests");
  return (
    <Card title={t("asked")} sub={t("askedHint")}>
      {items.length === 0 ? <EmptyState title={t("noneAsked")} /> : null}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="grid gap-1 border-grid border-b py-3 text-sm last:border-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="break-words font-medium">{one.typedName}</span>
              <span className="text-muted text-xs">{f.dateTime(one.createdAt)}</span>
              {one.answeredAt ? null : <Tag>{t("waiting")}</Tag>}
            </p>
            {one.answeredAt ? <Answer one={one} f={f} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Answer({ one, f }: { one: Asked; f: Formatter }) {
  const locale = useLocale();
  return (
    <p className="break-words rounded-control bg-sunken px-3 py-2">
      {one.answer}{" "}
      <span className="text-muted text-xs">
        {one.answeredBy ? localName(one.answeredBy, locale) : null} · {f.dateTime(one.answeredAt)}
      </span>
    </p>
  );
}
