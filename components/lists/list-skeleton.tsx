import { useTranslations } from "next-intl";
import { CardSkeleton, Skeleton } from "@/components/ui/skeleton";

/** Stands for a list until its rows are there, in the list's own size. */
export function ListSkeleton() {
  const t = useTranslations("common");
  return (
    <>
      <Skeleton className="mb-2.5 h-7 w-32" />
      <Skeleton className="mb-4 h-5 w-96 max-w-full" />
      <CardSkeleton height={720} label={t("loading")} />
    </>
  );
}
