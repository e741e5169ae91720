import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { EditSaleForm } from "@/components/sales/sale-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { saleToEdit } from "@/lib/sales/queries";

type Props = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(saleToEdit(await currentScope(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sale } = await load((await params).id);
  return { title: (await getTranslations("sales.entry"))("editTitle", { order: sale.orderNo }) };
}

/** Correcting a line entered by hand. */
export default async function EditSalePage({ params }: Props) {
  const { sale, choices } = await load((await params).id);
  const [t, common] = await Promise.all([getTranslations("sales"), getTranslations("common")]);
  const order = t("detail.title", { order: sale.orderNo });
  return (
    <ClientMessages namespaces={["sales"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[
              { label: t("title"), href: "/sales" },
              { label: order, href: `/sales/${sale.id}` },
              { label: t("entry.edit") },
            ]}
          />
        }
        title={t("entry.editTitle", { order: sale.orderNo })}
        lead={t(sale.quantity < 0 ? "entry.editReturnLead" : "entry.editLead")}
      />
      <Card className="max-w-3xl">
        <EditSaleForm sale={sale} choices={choices} />
      </Card>
    </ClientMessages>
  );
}
