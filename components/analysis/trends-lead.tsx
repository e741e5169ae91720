import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TrendsView } from "@/lib/analysis/domain/trends-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { workedWords } from "./worked";

const bold = (chunks: ReactNode) => <b>{chunks}</b>;

/** Where the trend goes, when the level changed last, and which products stay low. */
export function TrendsLead({ view, f }: { view: TrendsView; f: Formatter }) {
  const t = useTranslations("analysis.trends.lead");
  const { months, shifts, products } = view;
  const [now, then] = [months.at(-1)?.trend, months.at(-13)?.trend];
  const grown = now !== undefined && then ? now / then - 1 : null;
  const shift = shifts.at(-1);
  const low = products.filter(({ isLow }) => isLow);
  const join = f.locale === "en" ? ", " : "、";
  const names = low.flatMap(({ name }) => (name ? [localName(name, f.locale)] : [])).join(join);
  return (
    <>
      {grown === null
        ? t("young")
        : t.rich("trend", {
            b: workedWords(view.self, "trend"),
            change: f.signedPercent(grown),
          })}{" "}
      {shift
        ? t.rich("shift", {
            b: bold,
            c: workedWords(view.self, `shift.${shift.month}`),
            ...{ month: f.month(shift.month), change: f.signedPercent(shift.change, 0) },
          })
        : t("steady")}{" "}
      {names ? t.rich("low", { b: bold, names }) : t("noneLow")}
    </>
  );
}
