import { getLocale, getTranslations } from "next-intl/server";
import { withNames } from "@/lib/discussion/domain/mention";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";
import { recordHref } from "@/lib/shared/record";
import {
  type ChangedField,
  changedFields,
  type DealState,
  type EventKind,
  type EventOf,
  type TimelineEvent,
} from "@/lib/timeline/domain/event";

/** An event in words. `title` leads to `href`; `lines` say more. */
export type EventLines = { what: string; title: string; href: string; lines: string[] };

type Context = { f: Formatter; people: ReadonlyMap<string, Named> };

/** How each kind of event is told. */
export async function eventLines({ f, people }: Context) {
  const [t, form, feedback, change, locale] = await Promise.all([
    getTranslations("timeline"),
    getTranslations("activityForm"),
    getTranslations("feedbackForm"),
    getTranslations("deals.change"),
    getLocale(),
  ]);
  const state = (of: DealState, field: ChangedField): string =>
    ({
      stage: () => localName(of.stage, locale),
      amount: () => f.moneyFull(of.amount),
      expectedClose: () => f.date(of.expectedClose),
      owner: () => localName(of.owner, locale),
      unit: () => localName(of.unit, locale),
    })[field]();
  const some = (...texts: (string | null | undefined)[]) =>
    texts.filter((text) => !!text) as string[];
  const dealHref = ({ deal }: TimelineEvent) => (deal ? `/deals/${deal.id}` : "/deals");
  const tell: { [Kind in EventKind]: (event: EventOf<Kind>) => EventLines } = {
    activity: ({ id, told }) => ({
      ...{ what: form(`kinds.${told.kind}`), title: told.subject ?? t("kinds.activity") },
      href: `/activities/${id}`,
      lines: some(told.notes, told.outcome && form(`outcomes.${told.outcome}`)),
    }),
    change: (event) => {
      const { before, after } = event.told;
      const fields = changedFields(event.told).map((field) =>
        change(field, { from: before ? state(before, field) : "", to: state(after, field) }),
      );
      const lines = before
        ? fields
        : [change("created", { stage: localName(after.stage, locale) })];
      return {
        ...{
          what: t("kinds.change"),
          title: event.deal?.title ?? "",
          href: dealHref(event),
          lines,
        },
      };
    },
    feedback: ({ id, told }) => ({
      ...{ what: feedback(`kinds.${told.kind}`), title: told.text ?? t("kinds.feedback") },
      href: `/feedback/${id}`,
      lines: some(told.score === null ? null : t("score", { score: f.number(told.score) })),
    }),
    comment: (event) => {
      const nameOf = (id: string) => {
        const person = people.get(id);
        return person && localName(person, locale);
      };
      const page = event.deal ? recordHref({ kind: "deal", id: event.deal.id }) : "";
      return {
        ...{ what: t("kinds.comment"), title: withNames(event.told.body, nameOf), lines: [] },
        href: `${page}?comments=all#comment-${event.id}`,
      };
    },
    sale: ({ id, told }) => ({
      ...{ what: t("kinds.sale"), title: told.orderNo, href: `/sales/${id}` },
      lines: [t("order", { amount: f.moneyFull(told.amount), lines: told.lines })],
    }),
    handOver: (event) => {
      const { step, to, unit, note } = event.told;
      return {
        ...{ what: t("kinds.handOver"), title: event.deal?.title ?? "", href: dealHref(event) },
        lines: some(t(`handOver.${step}`, { to: localName(to ?? unit, locale) }), note),
      };
    },
  };
  return (event: TimelineEvent): EventLines => tell[event.kind](event as never);
}
