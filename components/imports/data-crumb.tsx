import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";

/** The way back from a page of one import to the Data page. */
export async function DataCrumb({ page }: { page: string }) {
  const t = await getTranslations("data");
  const items = [{ label: t("title"), href: "/data" }, { label: page }];
  return <Breadcrumb label={t("review.breadcrumb")} items={items} />;
}
