import { useTranslations } from "next-intl";
import { CardGrid } from "@/components/layout/card-grid";
import { CardSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** The dashboard before its figures are there: cards of the size they will have. */
export function DashboardSkeleton() {
  const t = useTranslations("common");
  return (
    <>
      <div className="mb-3.5 min-h-14">
        <Skeleton className="w-32" height={26} />
        <Skeleton className="mt-2 w-160 max-w-full" height={18} />
      </div>
      <CardSkeleton height={82} label={t("loading")} />
      <CardGrid columns="wide-narrow">
        <CardSkeleton height={318} />
        <CardSkeleton height={318} />
      </CardGrid>
      <CardGrid columns="wide-narrow">
        <TableSkeleton rows={15} />
        <CardSkeleton height={260} />
      </CardGrid>
    </>
  );
}
