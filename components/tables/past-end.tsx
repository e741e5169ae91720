import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button-class";
import { EmptyState } from "../ui/empty-state";

/** Is a page beyond the last one asked for, as by an old address after records went? */
export function isPastEnd(rows: number, total: number | undefined): boolean {
  return rows === 0 && total !== undefined && total > 0;
}

/** In place of the rows of a page beyond the last: the way to the last page. */
export function PastEnd({ hrefOfLast }: { hrefOfLast: string }) {
  const t = useTranslations("common");
  return (
    <EmptyState
      title={t("pastEnd")}
      action={
        <Link href={hrefOfLast} className={buttonClass("secondary", "md")}>
          {t("lastPage")}
        </Link>
      }
    />
  );
}
