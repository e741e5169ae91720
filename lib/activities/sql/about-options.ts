import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference, referenceSql } from "@/lib/platform/db/named";
import { localName } from "@/lib/shared/local-name";

const dealRow = z.object({ title: z.string(), customer: reference.nullable() });

/** A deal with its customer, or a customer, as options of a choice; null for what the reader does not see. */
export async function aboutOptions(
  tx: Tx,
  { dealId, customerId }: { dealId?: string; customerId?: string },
  locale: string,
) {
  const deals = dealId
    ? await tx.$queryRaw`SELECT d.title, ${referenceSql("c")} AS customer
        FROM deal d LEFT JOIN customer c ON c.id = d.customer_id WHERE d.id = ${dealId}::uuid`
    : [];
  const customers = customerId
    ? await tx.$queryRaw`SELECT c.id::text, c.name, c.name_en AS "nameEn" FROM customer c WHERE c.id = ${customerId}::uuid`
    : [];
  const deal = z.array(dealRow).parse(deals)[0];
  const customer = deal?.customer ?? z.array(reference).parse(customers)[0];
  return {
    deal: deal && dealId ? { value: dealId, label: deal.title } : null,
    customer: customer ? { value: customer.id, label: localName(customer, locale) } : null,
  };
}
