import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { LinkButton } from "@/components/ui/link-button";
import type { Formatter } from "@/lib/platform/i18n/format";
import { hrefWith } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";
import { recordHref } from "@/lib/shared/record";
import { EVENT_KINDS, type EventKind, type TimelineEvent } from "@/lib/timeline/domain/event";
import { eventLines } from "./event-lines";

type TimelineProps = {
  subject: { kind: "deal" | "customer"; id: string };
  only: EventKind | null;
  events: readonly TimelineEvent[];
  next: number | null;
  people: ReadonlyMap<string, Named>;
  f: Formatter;
};

function dotOf(event: TimelineEvent): string {
  if (event.kind === "sale") return "bg-accent";
  if (event.kind === "feedback") return "bg-warn";
  const stage = event.kind === "change" ? event.told.after.stage.kind : "open";
  return stage === "won" ? "bg-good" : stage === "lost" ? "bg-bad" : "bg-edge";
}

/** Everything that happened with a deal or a customer in one order, the latest first, by kind or all. */
export async function Timeline({ subject, only, events, next, people, f }: TimelineProps) {
  const [t, locale, linesOf] = await Promise.all([
    getTranslations("timeline"),
    getLocale(),
    eventLines({ f, people }),
  ]);
  const page = recordHref(subject);
  const href = (kind: EventKind | null, shown?: number) =>
    `${hrefWith(page, { events: kind ?? undefined, shown })}#timeline`;
  return (
    <Card id="timeline" title={t("title")}>
      <nav aria-label={t("filter")} className="mb-3 flex flex-wrap gap-1.5">
        {[null, ...EVENT_KINDS].map((kind) => (
          <Link
            key={kind ?? "all"}
            href={href(kind)}
            scroll={false}
            aria-current={kind === only ? "true" : undefined}
            className={cx(
              "inline-flex min-h-7 items-center rounded-control border px-2 text-xs phone:min-h-11 phone:px-3",
              kind === only
                ? "border-accent bg-accent-soft font-medium text-accent"
                : "border-line2 text-ink2 hover:border-edge",
            )}
          >
            {kind ? t(`kinds.${kind}`) : t("all")}
          </Link>
        ))}
      </nav>
      {events.length === 0 ? <p className="text-muted text-sm">{t("empty")}</p> : null}
      <ol className="relative ml-1 grid gap-3.5 border-line border-l pl-4 text-sm" data-list>
        {events.map((event) => {
          const { what, title, href: to, lines } = linesOf(event);
          const about = subject.kind === "customer" ? event.deal : null;
          const path = to.startsWith("?") ? `${page}${to}` : to;
          return (
            <li key={`${event.kind} ${event.id} ${lines[0] ?? ""}`} className="relative">
              <span
                aria-hidden="true"
                className={`absolute top-1.5 -left-[1.34rem] size-2.5 rounded-full border-2 border-surface ${dotOf(event)}`}
              />
              <p className="line-clamp-3 break-words">
                <span className="text-muted">{what} </span>
                {path === page ? (
                  title
                ) : (
                  <Link className="link" href={path}>
                    {title}
                  </Link>
                )}
              </p>
              {lines.map((line) => (
                <p key={line} className="line-clamp-3 break-words text-ink2">
                  {line}
                </p>
              ))}
              <p className="text-muted text-xs">
                <time dateTime={event.day}>{f.date(event.day)}</time>
                {event.who ? ` · ${localName(event.who, locale)}` : null}
                {about && about.title !== title ? ` · ${about.title}` : null}
              </p>
            </li>
          );
        })}
      </ol>
      {next ? (
        <p className="mt-3">
          <LinkButton size="sm" href={href(only, next)} scroll={false}>
            {t("more")}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}
