import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { CustomerEvent, EventKind } from "@/lib/customers/domain/timeline";
import type { Formatter } from "@/lib/platform/i18n/format";

const DOT: Record<EventKind, string> = {
  ...{ dealOpened: "bg-edge", dealWon: "bg-good", dealLost: "bg-bad" },
  ...{ sale: "bg-accent", activity: "bg-edge", feedback: "bg-warn" },
};

/** What happened with a customer, the latest first. */
export function CustomerTimeline({
  events,
  f,
}: {
  events: readonly CustomerEvent[];
  f: Formatter;
}) {
  const t = useTranslations("customers.timeline");
  return (
    <Card title={t("title")}>
      {events.length === 0 ? <p className="text-muted text-sm">{t("empty")}</p> : null}
      <ol className="relative ml-1 grid gap-3 border-line border-l pl-4 text-sm">
        {events.map((event) => (
          <li key={`${event.kind} ${event.id}`} className="relative">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 -left-[1.34rem] size-2.5 rounded-full border-2 border-surface ${DOT[event.kind]}`}
            />
            <p className="break-words">
              <span className="text-muted">{t(`kinds.${event.kind}`)} </span>
              <Link className="link" href={event.href}>
                {event.title}
              </Link>
            </p>
            <p className="break-words text-muted text-xs">
              <time dateTime={event.day}>{f.date(event.day)}</time>
              {event.detail ? ` · ${event.detail}` : null}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
