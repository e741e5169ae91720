import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { ComboOption } from "@/components/ui/combobox";
import { BaseCurrencyForm } from "./base-currency-form";

type BaseCurrencyCardProps = {
  page: {
    baseCurrency: string;
    version: number;
    use: { sales: boolean; deals: boolean; targets: boolean; rates: boolean };
  };
  currencies: readonly ComboOption[];
};

const KINDS = ["sales", "deals", "targets", "rates"] as const;

/** The base currency: a form while nothing is in it, else what it is and why it stays. */
export function BaseCurrencyCard({ page, currencies }: BaseCurrencyCardProps) {
  const t = useTranslations("settings.currencies");
  const { baseCurrency, version, use } = page;
  const reasons = KINDS.filter((kind) => use[kind]);
  return (
    <Card title={t("base")} sub={t("baseHint")}>
      {reasons.length === 0 ? (
        <BaseCurrencyForm version={version} baseCurrency={baseCurrency} currencies={currencies} />
      ) : (
        <div className="grid gap-3">
          <p className="font-semibold text-lg">
            {currencies.find(({ value }) => value === baseCurrency)?.label ?? baseCurrency}
          </p>
          <Banner tone="info" title={t("locked")}>
            <ul className="list-inside list-disc">
              {reasons.map((kind) => (
                <li key={kind}>{t(`lockedBy.${kind}`)}</li>
              ))}
            </ul>
          </Banner>
        </div>
      )}
    </Card>
  );
}
