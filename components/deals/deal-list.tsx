import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moneyCell, referenceCell } from "@/components/lists/list-cells";
import {
  amounts,
  choice,
  day,
  days,
  type ListFilter,
  place,
  reference,
  search,
  words,
} from "@/components/lists/list-filters";
import type { CellLook, ListView } from "@/components/lists/list-view";
import { ACTIVITY_KINDS } from "@/lib/activities/domain/activity";
import { DECISION_STAGES, MOTIVES, VALUE_DRIVERS } from "@/lib/customers/domain/buying-profile";
import type { DealRow, DealTotals } from "@/lib/deals/domain/deal";
import { DEAL_FIELDS } from "@/lib/deals/domain/deal-fields";
import { STAGE_AGES } from "@/lib/deals/domain/stage-age";
import { VISIT_BANDS } from "@/lib/deals/domain/visit-band";
import { DEAL_DATES, DEAL_GAPS, type DealListParams } from "@/lib/deals/schema";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { StageTag } from "./stage-tag";

type DealField = (typeof DEAL_FIELDS)[number]["id"];

/** Deals as a table: amounts in base currency, another currency's own amount below. */
export const DEAL_VIEW: ListView<DealRow, DealTotals, DealField> = {
  area: "deals",
  fields: DEAL_FIELDS,
  row: (deal) => ({ label: deal.title, href: `/deals/${deal.id}` }),
  cells: {
    customer: (deal, look) => referenceCell(deal.customer, "/customers", look),
    stage: (deal, { locale }) => (
      <StageTag kind={deal.kind}>{localName(deal.stage, locale)}</StageTag>
    ),
    expected: (deal, look) =>
      dealMoney(
        deal,
        { base: deal.expectedBaseAmount, amount: deal.expectedAmount },
        look,
        deal.expectedEstimated ? <Estimated /> : undefined,
      ),
    booked: (deal, look) =>
      dealMoney(deal, { base: deal.bookedBaseAmount, amount: deal.bookedAmount }, look),
  },
  sums: ({ expected, weighted, booked }) => ({ expected, weighted, booked }),
  wideOnly: ["unit", "weighted", "createdOn"],
  teamOnly: ["owner", "unit"],
};

type Amounts = { base: number | null; amount: number | null };

/** The credited amount; below it, where it is a part, of what. */
function dealMoney(deal: DealRow, { base, amount }: Amounts, look: CellLook, mark?: ReactNode) {
  const { share, currency } = deal;
  if (share === 1) return moneyCell({ base, amount, currency }, look, mark);
  const whole = amount === null ? null : `${currency} ${look.f.number(amount)}`;
  const part = <Part share={look.f.percent(share)} whole={whole} />;
  return moneyCell({ base, amount: null, currency }, look, part);
}

function Part({ share, whole }: { share: string; whole: string | null }) {
  const t = useTranslations("deals");
  return <span title={t("shareHint")}>{whole ? t("shareOf", { share, whole }) : share}</span>;
}

function Estimated() {
  const t = useTranslations("deals");
  return <span title={t("estimatedHint")}>{t("estimated")}</span>;
}

/** The columns that say something of deals of this kind. */
export function columnsOfKind(kind: DealListParams["kind"]): readonly DealField[] {
  const what = ["title", "customer", "stage", "owner", "unit", "expected"] as const;
  if (kind === "open") return [...what, "weighted", "createdOn", "expectedCloseOn"];
  if (kind === undefined)
    return [...what, "weighted", "booked", "createdOn", "expectedCloseOn", "closedOn"];
  return [...what, "booked", "closedOn", "createdOn"];
}

/** What the buying profile says: a driver, a motive, a decision stage. */
async function profileFilters(): Promise<ListFilter[]> {
  const t = await getTranslations("customers.profile");
  const options = <Word extends string>(of: readonly Word[], label: (word: Word) => string) =>
    of.map((value) => ({ value, label: label(value) }));
  return [
    choice(
      "driver",
      t("driver"),
      options(VALUE_DRIVERS, (word) => t(`drivers.${word}`)),
      IN_PANEL,
    ),
    choice(
      "motive",
      t("motive"),
      options(MOTIVES, (word) => t(`motives.${word}`)),
      IN_PANEL,
    ),
    choice(
      "decision",
      t("stage"),
      options(DECISION_STAGES, (word) => t(`stages.${word}`)),
      IN_PANEL,
    ),
  ];
}

const IN_PANEL = { panel: true };

/** The filters over the list of deals. */
export async function dealFilters(
  { date = "closed" }: DealListParams,
  stages: readonly Reference[],
): Promise<ListFilter[]> {
  const [t, l, locale] = await Promise.all([
    getTranslations("deals"),
    getTranslations("lists"),
    getLocale(),
  ]);
  const kinds = (["open", "won", "lost", "closed"] as const).map((kind) => ({
    value: kind,
    label: t(`kinds.${kind}`),
  }));
  const dates = DEAL_DATES.map((value) => ({ value, label: t(`dates.${value}`) }));
  const gaps = DEAL_GAPS.map((value) => ({ value, label: t(`missing.${value}`) }));
  const work = await getTranslations("activityForm.kinds");
  const done = ACTIVITY_KINDS.map((value) => ({ value, label: work(value) }));
  const visits = VISIT_BANDS.map((value) => ({ value, label: t(`visits.${value}`) }));
  const ages = STAGE_AGES.map(({ from, to }) => ({
    value: `${from}-${to ?? ""}`,
    label: to ? t("inStageBand", { from, to }) : t("inStageOver", { days: from - 1 }),
  }));
  return [
    search(t("search")),
    choice("kind", l("kind"), kinds),
    choice(
      "stage",
      l("stage"),
      stages.map((stage) => ({ value: stage.id, label: localName(stage, locale) })),
    ),
    ...place(),
    choice("date", t("dates.label"), dates, { panel: true, fallback: "closed" }),
    days(t(`dates.${date}`)),
    day("openOn", (openOn) => t("openOn", { day: openOn })),
    reference("owner", { find: "person", team: true }),
    reference("customer", { find: "customer" }),
    reference("product", { find: "product" }),
    reference("category"),
    words("sector", l("sector")),
    reference("segment"),
    reference("lossReason", { label: t("lossReason") }),
    reference("competitor", { label: t("competitor") }),
    choice("inStage", t("inStage"), ages, IN_PANEL),
    ...(await profileFilters()),
    choice("did", t("did"), done, IN_PANEL),
    choice("notDid", t("notDid"), done, IN_PANEL),
    choice("visits", t("visits.label"), visits, IN_PANEL),
    amounts(),
    choice("missing", t("missing.label"), gaps, { panel: true }),
  ];
}
