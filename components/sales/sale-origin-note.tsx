import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { originOf, type SaleRow } from "@/lib/sales/domain/sale";

/** Where the line is corrected, with the way there. */
export async function SaleOriginNote({ sale }: { sale: SaleRow }) {
  const t = await getTranslations("sales.origin");
  const origin = originOf(sale.source);
  const way = {
    hand: null,
    import: null,
    deal: sale.deal && `/deals/${sale.deal.id}`,
    storeDay: `/sales/days?unit=${sale.unit.id}&day=${sale.soldOn}`,
  }[origin];
  const link = (text: ReactNode) =>
    way ? (
      <Link className="link" href={way}>
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <p className="mt-3 border-line border-t pt-3 text-ink2 text-sm">
      {t.rich(origin, { a: link, source: sale.source ?? "", id: sale.externalId ?? "none" })}
    </p>
  );
}
