import { useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline";
import { FigureAt } from "@/components/figures/figure-at";
import { addressText } from "@/components/figures/figure-text";
import { Pagination } from "@/components/tables/pagination";
import { SimpleTable } from "@/components/tables/simple-table";
import type { TableColumn } from "@/components/tables/table-types";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import type { Norm } from "@/lib/analysis/domain/compare-choices";
import type { ComparedMember, CompareView } from "@/lib/analysis/domain/compare-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { capital } from "@/lib/shared/capital";
import { localName } from "@/lib/shared/local-name";
import { compareText } from "./compare-text";
import { Worked } from "./worked";

const PAGE = 25;

type Translate = ReturnType<typeof useTranslations<"analysis.compare">>;
type Props = { view: CompareView; f: Formatter };

/** Rank, figure after the norm with interval and number of records, course, similar peers, outliers. */
export function CompareTable({ view, page, f }: Props & { page: number }) {
  const t = useTranslations("analysis.compare");
  const names = useTranslations("metrics");
  const { members, more, without } = view;
  // A page after the last one, from an old address, is the first.
  const from = (page - 1) * PAGE < members.length ? (page - 1) * PAGE : 0;
  const notes = [
    more > 0 ? t("more", { count: more }) : "",
    without > 0 ? t("without", { count: without }) : "",
  ];
  return (
    <Card
      flush
      title={t("table")}
      sub={[t(`method.${view.method}`), t("rules"), ...notes].join(" ")}
    >
      <SimpleTable
        caption={t("table")}
        columns={columns(t, view, names(`${view.metric}.name`))}
        rows={members.slice(from, from + PAGE).map((member, index) => ({
          id: member.key,
          cells: cells(member, from + index + 1, { view, f, t }),
        }))}
        empty={<EmptyState title={t("nothing")} />}
      />
      {members.length > PAGE ? (
        <Pagination total={members.length} page={from / PAGE + 1} pageSize={PAGE} />
      ) : null}
    </Card>
  );
}

function columns(t: Translate, { of, norm }: CompareView, metric: string): TableColumn[] {
  const right = { align: "right" } as const;
  return [
    { id: "name", label: capital(t(`of.${of}`)), nowrap: true },
    { id: "rank", label: t("rank"), ...right },
    { id: "value", label: capital(norm === "none" ? metric : t(`norm.${norm}`)), ...right },
    ...(norm === "none" ? [] : [{ id: "figure", label: t("figure"), ...right }]),
    { id: "interval", label: t("interval"), ...right },
    { id: "n", label: "n", ...right },
    { id: "course", label: t("course"), wideOnly: true },
    { id: "peers", label: t("peers"), ...right },
    { id: "mark", label: t("mark"), nowrap: true },
  ];
}

function cells(member: ComparedMember, rank: number, { view, f, t }: Props & { t: Translate }) {
  const { value, figure, interval, peers, n, z, isOutlier } = member;
  const name = member.name ? localName(member.name, f.locale) : "—";
  const text = (shown: number | null) => compareText(f, view, shown);
  const at = (what: "interval" | "rank" | "peers" | "mark" | `norm.${Norm}`, value: string) => (
    <Worked
      self={view.self}
      at={`member.${member.key}`}
      label={`${name} ${t(what)}`}
      value={value}
    />
  );
  const exact = (
    <FigureAt
      address={figure.address}
      who={name}
      value={addressText(f, figure.address, figure.value)}
    />
  );
  const similar = peers.names.map((one) => (one ? localName(one, f.locale) : "—"));
  const join = f.locale === "en" ? ", " : "、";
  return {
    name,
    rank: at("rank", f.number(rank)),
    value: view.norm === "none" ? exact : at(`norm.${view.norm}`, text(value)),
    figure: exact,
    interval: interval ? at("interval", `${text(interval.low)} – ${text(interval.high)}`) : "—",
    n: <FigureAt address={figure.address} who={name} value={f.number(n)} />,
    course: <Sparkline values={member.course} label={t("courseOf", { name })} />,
    peers:
      peers.median === null ? (
        "—"
      ) : (
        <span title={t("peersOf", { names: similar.join(join) })}>
          {at("peers", text(peers.median))}
        </span>
      ),
    mark:
      z !== null && isOutlier ? (
        <Tag status={z < 0 ? "warn" : "good"}>
          {at("mark", t(z < 0 ? "below" : "above", { z: f.signedNumber(z, 1) }))}
        </Tag>
      ) : (
        at("mark", f.signedNumber(z, 1))
      ),
  };
}
