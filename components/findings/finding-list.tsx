import { getTranslations } from "next-intl/server";
import {
  amounts,
  choice,
  days,
  type ListFilter,
  place,
  reference,
  search,
} from "@/components/lists/list-filters";
import type { ListView } from "@/components/lists/list-view";
import type { Finding, FindingTotals } from "@/lib/findings/domain/finding";
import {
  type FindingField,
  findingFields,
  findingName,
} from "@/lib/findings/domain/finding-fields";
import { FINDING_BASES, FINDING_KINDS, FINDING_STATUSES } from "@/lib/findings/domain/kinds";
import { chanceText } from "./chance-text";
import { FindingTag } from "./finding-tag";
import { findingWords } from "./finding-words";

/** Findings as a table. */
export async function findingView(): Promise<ListView<Finding, FindingTotals, FindingField>> {
  return {
    area: "findings",
    fields: findingFields(await findingWords()),
    row: (finding, locale) => ({
      label: findingName(finding, locale),
      href: `/findings/${finding.id}`,
    }),
    cells: {
      status: (finding) => <FindingTag {...finding} />,
      title: (finding, { locale }) => (
        <span className="block min-w-48 whitespace-normal">{findingName(finding, locale)}</span>
      ),
      q: ({ q }, { f }) => chanceText(q, f),
    },
    sums: ({ size }) => ({ size }),
    wideOnly: ["n", "q", "unit", "foundOn"],
    teamOnly: ["unit"],
  };
}

/** The filters over the list of findings. */
export async function findingFilters(): Promise<ListFilter[]> {
  const [t, words] = await Promise.all([getTranslations("findings"), findingWords()]);
  return [
    search(t("search")),
    choice("status", t("columns.status"), [
      { value: "open", label: t("open") },
      ...FINDING_STATUSES.map((value) => ({ value, label: words.status(value) })),
    ]),
    choice(
      "kind",
      t("columns.kind"),
      FINDING_KINDS.map((value) => ({ value, label: words.kind(value) })),
    ),
    choice(
      "basis",
      t("basis"),
      FINDING_BASES.map((value) => ({ value, label: t(`bases.${value}`) })),
      { panel: true, fallback: "tested" },
    ),
    ...place(),
    days(t("columns.foundOn")),
    reference("product", { find: "product" }),
    reference("owner", { label: t("columns.person"), find: "person", team: true }),
    amounts(),
  ];
}
