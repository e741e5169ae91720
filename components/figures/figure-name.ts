import { useTranslations } from "next-intl";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";

/** Names figures by their address: "Win rate", or "Revenue · Attainment" where it is of another metric. */
export function useFigureName(): (address: Pick<FigureAddress, "metric" | "of">) => string {
  const t = useTranslations("dashboard.figure");
  const names = useTranslations("metrics");
  return ({ metric, of }) => {
    const name = names(`${metric}.name`);
    return of ? t("nameOf", { of: names(`${of}.name`), name }) : name;
  };
}
