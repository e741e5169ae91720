import { getTranslations } from "next-intl/server";
import { referenceCell } from "@/components/lists/list-cells";
import { choice, days, type ListFilter, reference, search } from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import {
  CREDIBILITIES,
  type MarketNote,
  NOTE_KINDS,
  type NoteTotals,
} from "@/lib/market/domain/note";
import { type NoteField, noteFields } from "@/lib/market/domain/note-fields";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { ImpactTag } from "./note-tags";
import { noteWords } from "./note-words";

/** Market notes as a table. */
export async function noteView(): Promise<ListView<MarketNote, NoteTotals, NoteField>> {
  return {
    area: "market",
    fields: noteFields(await noteWords()),
    row: (note) => ({ label: note.title, href: `/market/${note.id}` }),
    cells: {
      impact: ({ impact }) => <ImpactTag impact={impact} />,
      competitor: (note, look) => referenceCell(note.competitor, "/market/competitors", look),
    },
    wideOnly: ["region", "credibility", "price", "product"],
  };
}

type Choices = { competitors: readonly Reference[]; units: readonly Reference[] };

/** The filters over the list of market notes. */
export async function noteFilters(
  { competitors, units }: Choices,
  locale: string,
): Promise<ListFilter[]> {
  const [t, words] = await Promise.all([getTranslations("market"), noteWords()]);
  const named = (all: readonly Reference[]) =>
    all.map((one) => ({ value: one.id, label: localName(one, locale) }));
  return [
    search(t("search")),
    choice(
      "kind",
      t("columns.kind"),
      NOTE_KINDS.map((value) => ({ value, label: words.kind(value) })),
    ),
    choice(
      "side",
      t("columns.impact"),
      (["threat", "opportunity"] as const).map((value) => ({ value, label: words.impact(value) })),
    ),
    choice("competitor", t("columns.competitor"), named(competitors)),
    choice("region", t("columns.region"), named(units), { panel: true }),
    choice(
      "credibility",
      t("columns.credibility"),
      CREDIBILITIES.map((value) => ({ value, label: words.credibility(value) })),
      { panel: true },
    ),
    days(t("columns.happenedOn")),
    reference("product", { find: "product" }),
    reference("owner", { label: t("columns.author"), find: "person" }),
  ];
}
