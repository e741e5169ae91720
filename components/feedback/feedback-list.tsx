import { getTranslations } from "next-intl/server";
import { referenceCell } from "@/components/lists/list-cells";
import {
  choice,
  days,
  type ListFilter,
  place,
  reference,
  search,
} from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import { ClippedCell } from "@/components/tables/cells";
import { Tag } from "@/components/ui/tag";
import {
  CHANNELS,
  type FeedbackRow,
  type FeedbackTotals,
  KINDS,
  SEVERITIES,
  STATUSES,
} from "@/lib/feedback/domain/feedback";
import { type FeedbackField, feedbackFields } from "@/lib/feedback/domain/feedback-fields";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { KindTag, StatusTag } from "./feedback-tags";
import { feedbackWords } from "./feedback-words";

/** Feedback as a table. */
export async function feedbackView(): Promise<
  ListView<FeedbackRow, FeedbackTotals, FeedbackField>
> {
  const words = await feedbackWords();
  return {
    area: "feedback",
    fields: feedbackFields(words),
    row: (row) => ({ label: row.text ?? words.kind(row.kind), href: `/feedback/${row.id}` }),
    cells: {
      text: (row) => <ClippedCell text={row.text ?? words.kind(row.kind)} />,
      kind: ({ kind, score }) => <KindTag kind={kind} score={score} />,
      status: ({ status }) => <StatusTag status={status} />,
      severity: ({ severity }) =>
        severity && (
          <Tag status={severity === "high" ? "bad" : severity === "medium" ? "warn" : "neutral"}>
            {words.severity(severity)}
          </Tag>
        ),
      themes: ({ themes }, { locale }) =>
        themes.length > 0 && (
          <ClippedCell text={themes.map((theme) => localName(theme, locale)).join(" · ")} />
        ),
      customer: (row, look) => referenceCell(row.customer, "/customers", look),
      competitor: (row, look) => referenceCell(row.competitor, "/market/competitors", look),
      deal: ({ deal }) => deal && <ClippedCell text={deal.title} href={`/deals/${deal.id}`} />,
    },
    wideOnly: ["unit", "competitor", "product", "channel"],
    teamOnly: ["owner", "unit"],
  };
}

type Choices = { themes: readonly Reference[]; competitors: readonly Reference[] };

/** The filters over the list of feedback. */
export async function feedbackFilters(
  { themes, competitors }: Choices,
  locale: string,
): Promise<ListFilter[]> {
  const [t, l, words] = await Promise.all([
    getTranslations("feedback"),
    getTranslations("lists"),
    feedbackWords(),
  ]);
  const options = <Word extends string>(all: readonly Word[], word: (one: Word) => string) =>
    all.map((value) => ({ value, label: word(value) }));
  const named = (all: readonly Reference[]) =>
    all.map((one) => ({ value: one.id, label: localName(one, locale) }));
  return [
    search(t("search")),
    choice("kind", t("columns.kind"), options(KINDS, words.kind)),
    choice("status", l("kind"), options(STATUSES, words.status)),
    ...place(),
    days(t("columns.givenOn")),
    choice("theme", t("columns.themes"), named(themes), { panel: true }),
    choice("severity", t("columns.severity"), options(SEVERITIES, words.severity), { panel: true }),
    choice("channel", t("columns.channel"), options(CHANNELS, words.channel), { panel: true }),
    reference("owner", { find: "person", team: true }),
    reference("customer", { find: "customer" }),
    reference("product", { find: "product" }),
    choice("competitor", t("columns.competitor"), named(competitors), { panel: true }),
    reference("deal", { label: t("columns.deal") }),
  ];
}
