import { Coins } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/tables/data-table";
import { FilterBar, SelectFilter } from "@/components/tables/filters";
import type { ComboOption } from "@/components/ui/combobox";
import { EmptyState } from "@/components/ui/empty-state";
import type { RateListParams } from "@/lib/settings/schema";
import { RateCommands } from "./rate-commands";

export type RateLine = {
  id: string;
  version: number;
  currency: string;
  validFrom: string;
  rate: number;
  /** Formatted. */
  from: string;
  rateText: string;
};

type RatesTableProps = {
  lines: readonly RateLine[];
  total: number;
  params: RateListParams;
  rated: readonly string[];
  currencies: readonly ComboOption[];
  baseCurrency: string;
};

/** The exchange rates, newest first, with filter, sort and pages in the address. */
export function RatesTable(props: RatesTableProps) {
  const t = useTranslations("settings.currencies");
  const { lines, total, params, rated, currencies, baseCurrency } = props;
  return (
    <DataTable
      id="rates"
      caption={t("rates")}
      columns={[
        { id: "currency", label: t("currency"), sortable: true, hideable: false },
        { id: "validFrom", label: t("validFrom"), sortable: true, descFirst: true, nowrap: true },
        { id: "rate", label: t("rateOf", { base: baseCurrency }), align: "right", sortable: true },
        { id: "commands", label: t("commands"), align: "right", hideLabel: true, hideable: false },
      ]}
      rows={lines.map(({ from, rateText, ...rate }) => ({
        id: rate.id,
        label: `${rate.currency} ${from}`,
        cells: {
          currency: currencies.find(({ value }) => value === rate.currency)?.label ?? rate.currency,
          validFrom: from,
          rate: rateText,
          commands: (
            <RateCommands
              rate={rate}
              label={`${rate.currency} ${from}`}
              currencies={currencies}
              baseCurrency={baseCurrency}
            />
          ),
        },
      }))}
      total={total}
      page={params.page}
      pageSize={params.size}
      sort={params.sort ?? "-validFrom"}
      phone="cards"
      toolbar={
        <FilterBar>
          <SelectFilter
            param="currency"
            label={t("currency")}
            options={rated.map((code) => ({ value: code, label: code }))}
          />
        </FilterBar>
      }
      empty={
        <EmptyState icon={<Coins />} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      }
    />
  );
}
