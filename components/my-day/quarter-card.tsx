import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { Card } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { KpiCard } from "@/components/ui/kpi-card";
import type { Status } from "@/components/ui/tag";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import type { Standing } from "@/lib/targets/domain/standing";

const STATUS: Record<"on" | "caution" | "behind", Status> = {
  on: "good",
  caution: "warn",
  behind: "bad",
};

type QuarterCardProps = {
  standing: Standing;
  requiredRate: number | null;
  daysLeft: number;
  address: FigureAddress;
  f: Formatter;
};

/** The quarter in one card: revenue against the target, what should be there by now, what is missing a day. */
export function QuarterCard({ standing, requiredRate, daysLeft, address, f }: QuarterCardProps) {
  const t = useTranslations("myDay.quarter");
  const pace = useTranslations("dashboard.status");
  const { actual, target, attainment, expected, gap, status } = standing;
  const name = t("revenue");
  const parts = [
    attainment === null ? t("noTarget") : t("attainment", { value: f.percent(attainment) }),
    expected === null ? null : t("expected", { value: f.money(expected) }),
    gap === null ? null : gap > 0 ? t("gap", { value: f.money(gap) }) : t("reached"),
    requiredRate ? t("daily", { value: f.money(requiredRate) }) : null,
    t("daysLeft", { count: daysLeft }),
  ].filter((part) => part !== null);
  return (
    <Card flush className="lg:col-start-2 lg:row-start-1">
      <KpiCard
        className="-mt-1.5 rounded-card"
        label={name}
        status={status ? STATUS[status] : "neutral"}
        statusText={status ? pace(status) : undefined}
        value={<Figure label={name} value={f.money(actual)} href={figureHref(address)} />}
        target={target === null ? null : t("target", { value: f.money(target) })}
        bullet={
          attainment === null ? null : (
            <Bullet
              share={attainment}
              mark={ratio(expected, target)}
              label={t("bullet", {
                value: f.percent(attainment),
                mark: f.percent(ratio(expected, target)),
              })}
            />
          )
        }
        detail={parts.join(" · ")}
      />
    </Card>
  );
}
