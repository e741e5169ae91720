import { useTranslations } from "next-intl";
import { Bullet, bulletMax } from "@/components/charts/bullet";
import { FigureAt } from "@/components/figures/figure-at";
import { STATUS } from "@/components/figures/pace-status";
import { SimpleTable } from "@/components/tables/simple-table";
import type { TableColumn } from "@/components/tables/table-types";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Tag } from "@/components/ui/tag";
import type { MemberView } from "@/lib/dashboard/domain/dashboard-view";
import { type MemberSort, parseMemberSort, sortMembers } from "@/lib/dashboard/domain/member-sort";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Props = {
  members: readonly MemberView[];
  of: "rep" | "unit";
  /** Id of the unit looked at: its own line is what it sold directly. */
  unitId: string | null;
  f: Formatter;
  sort: string | undefined;
  /** Address of the page with another order or with all rows. */
  hrefWith: (params: Record<string, string | null>) => string;
  showAll: boolean;
};

const SHOWN = 15;
const LIMIT = 500;

/** Members ranked by attainment, uncapped; 180% and 100% never tie. A unit's name opens its dashboard. */
export function MemberTable({ members, of, unitId, f, sort, hrefWith, showAll }: Props) {
  const t = useTranslations("dashboard.members");
  const hasTargets = members.some(({ standing }) => standing.target !== null);
  const order = parseMemberSort(sort, hasTargets);
  const sorted = sortMembers(members, order, f.locale);
  const shown = sorted.slice(0, showAll ? LIMIT : SHOWN);
  const max = bulletMax(members.map(({ standing }) => standing.attainment));
  const param = of === "rep" ? "repSort" : "unitSort";
  const all = of === "rep" ? "allReps" : "allUnits";
  return (
    <Card
      flush
      title={t(of === "rep" ? "byRep" : "byUnit")}
      sub={hasTargets ? t("sub") : t("subNoTarget")}
    >
      <SimpleTable
        caption={t(of === "rep" ? "byRep" : "byUnit")}
        columns={columns(t, of, hasTargets)}
        rows={shown.map((member) => ({
          id: member.key ?? "none",
          href:
            of === "unit" && member.key !== null && member.key !== unitId
              ? hrefWith({ unit: member.key })
              : undefined,
          cells: cells(member, { t, f, of, max }),
        }))}
        sorted={{
          by: order.by,
          descending: order.descending,
          href: (column) => hrefWith({ [param]: nextSort(order, column) }),
        }}
        empty={<EmptyState title={t("empty")} />}
      />
      {sorted.length > SHOWN ? (
        <div className="px-4 py-2">
          <LinkButton
            variant="ghost"
            size="sm"
            href={hrefWith({ [all]: showAll ? null : "1" })}
            scroll={false}
          >
            {showAll
              ? t("less")
              : t(of === "rep" ? "more" : "moreUnits", { count: sorted.length - SHOWN })}
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
}

type Translate = ReturnType<typeof useTranslations<"dashboard.members">>;

function columns(t: Translate, of: "rep" | "unit", hasTargets: boolean): TableColumn[] {
  const number = { align: "right", sortable: true } as const;
  return [
    { id: "name", label: t(of), sortable: true, nowrap: true },
    { id: "actual", label: t("actual"), ...number },
    ...(hasTargets
      ? [
          { id: "gap", label: t("gap"), ...number },
          { id: "bar", label: t("bar"), hideLabel: true, wideOnly: true, width: "20%" },
          { id: "attainment", label: t("attainment"), ...number },
          { id: "pace", label: t("pace"), align: "right" } as const,
        ]
      : []),
    { id: "won", label: t("won"), ...number },
    { id: "winRate", label: t("winRate"), ...number },
  ];
}

function nextSort({ by, descending }: MemberSort, column: string): string {
  if (by === column) return descending ? column : `-${column}`;
  return column === "name" ? column : `-${column}`;
}

type CellContext = { t: Translate; f: Formatter; of: "rep" | "unit"; max: number };

function cells(member: MemberView, context: CellContext) {
  const { t, f, max } = context;
  const { standing, address, against } = member;
  const name = memberName(member, context);
  const figure = (at: FigureAddress, value: string) => (
    <FigureAt address={at} who={name} value={value} />
  );
  return {
    name,
    actual: figure(address, f.money(standing.actual)),
    gap: standing.gap === null ? "—" : figure({ ...against, metric: "gap" }, f.money(standing.gap)),
    bar: (
      <Bullet
        size="mini"
        share={standing.attainment}
        mark={standing.target === null ? null : 1}
        max={max}
        label={`${t("attainment")} ${f.percent(standing.attainment)}`}
      />
    ),
    attainment:
      standing.attainment === null ? "—" : figure(against, f.percent(standing.attainment)),
    pace: <PaceTag member={member} />,
    won: figure({ ...address, metric: "won_deals" }, f.number(member.wonDeals)),
    winRate: figure({ ...address, metric: "win_rate" }, f.percent(member.winRate)),
  };
}

function PaceTag({ member: { standing } }: { member: MemberView }) {
  const t = useTranslations("dashboard.status");
  if (standing.status === null) return "—";
  return <Tag status={STATUS[standing.status]}>{t(standing.status)}</Tag>;
}

function memberName({ key, name, direct }: MemberView, { t, f, of }: CellContext): string {
  if (name === null) return key === null && of === "rep" ? t("without") : "—";
  const text = localName(name, f.locale);
  return direct ? t("direct", { name: text }) : text;
}
