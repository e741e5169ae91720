import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { Worked } from "./worked";

type Props = {
  view: CustomersView;
  f: Formatter;
  hrefWith: (changed: Record<string, string | null>) => string;
};

const right = { align: "right" } as const;

/** The customers of a segment, or all, with the three measures and their scores; most revenue first. */
export function ScoredCustomers({ view, f, hrefWith }: Props) {
  const t = useTranslations("analysis.customers");
  const { chosen, customers, page, pages, window, where } = view;
  return (
    <Card
      flush
      id="scored"
      title={chosen ? t(`segments.${chosen}`) : t("scored.title")}
      sub={pages > 1 ? t("scored.page", { page: f.number(page), pages: f.number(pages) }) : null}
      actions={<Paging {...{ view, hrefWith }} />}
    >
      <SimpleTable
        caption={t("scored.title")}
        columns={[
          { id: "name", label: t("scored.customer") },
          { id: "segment", label: t("rfm.segment"), nowrap: true, wideOnly: true },
          { id: "recency", label: t("scored.recency"), ...right },
          { id: "frequency", label: t("scored.frequency"), ...right },
          { id: "monetary", label: t("scored.monetary"), ...right },
          { id: "scores", label: "R F M", ...right },
        ]}
        rows={customers.map((one) => {
          const name = localName(one, f.locale);
          const at = { range: window, where: { ...where, customer: one.id } };
          const worked = (what: string, value: string) => (
            <Worked
              self={view.self}
              at={`scores.${one.id}`}
              label={`${name} ${what}`}
              value={value}
            />
          );
          return {
            id: one.id,
            href: `/customers/${one.id}`,
            cells: {
              name,
              segment: t(`segments.${one.segment}`),
              recency: worked(t("scored.recency"), f.days(one.recency)),
              frequency: (
                <FigureAt
                  address={{ metric: "orders", ...at }}
                  who={name}
                  value={f.number(one.frequency)}
                />
              ),
              monetary: (
                <FigureAt
                  address={{ metric: "revenue", ...at }}
                  who={name}
                  value={f.money(one.monetary)}
                />
              ),
              scores: worked("R F M", `${one.r} ${one.f} ${one.m}`),
            },
          };
        })}
        empty={<EmptyState title={t("scored.none")} />}
      />
    </Card>
  );
}

function Paging({ view, hrefWith }: Pick<Props, "view" | "hrefWith">) {
  const t = useTranslations("common");
  const all = useTranslations("analysis.customers.scored");
  const { chosen, page, pages } = view;
  const to = (next: number) => `${hrefWith({ page: String(next) })}#scored`;
  return (
    <>
      {chosen ? (
        <LinkButton size="sm" href={`${hrefWith({ segment: null, page: null })}#scored`}>
          {all("all")}
        </LinkButton>
      ) : null}
      {page > 1 ? (
        <LinkButton size="sm" href={to(page - 1)}>
          {t("previousPage")}
        </LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton size="sm" href={to(page + 1)}>
          {t("nextPage")}
        </LinkButton>
      ) : null}
    </>
  );
}
