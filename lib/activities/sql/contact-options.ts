import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, reference } from "@/lib/platform/db/named";
import { localName } from "@/lib/shared/local-name";

const MOST = 100;
const row = reference.extend({ title: z.string().nullable(), active: z.boolean() });

type Of = { dealId: string | null; customerId: string | null };

/**
 * The contacts of a customer, or of a deal's where none is named, those in use first; at most 100.
 * Of a customer the reader does not see there are none.
 */
export async function contactOptions(tx: Tx, { dealId, customerId }: Of, locale: string) {
  const rows = await tx.$queryRaw`
    SELECT k.id::text, k.name, k.name_en AS "nameEn", k.title, k.active FROM contact k
    WHERE k.customer_id = coalesce(${customerId}::uuid, (SELECT d.customer_id FROM deal d WHERE d.id = ${dealId}::uuid))
    ORDER BY k.active DESC, k.name, k.id LIMIT ${MOST}`;
  return z
    .array(row)
    .parse(rows)
    .map((contact) => ({
      value: contact.id,
      label: localName(contact, locale),
      hint: contact.title,
      active: contact.active,
    }));
}
export type ContactOption = Awaited<ReturnType<typeof contactOptions>>[number];

const meeting = z.object({
  contactId: z.string(),
  count: z.number(),
  last: businessDay.nullable(),
});

/** How often each contact of a customer took part in what the reader sees, and the last day it did. */
export async function meetingsOf(tx: Tx, customerId: string) {
  const rows = await tx.$queryRaw`
    SELECT p.contact_id::text AS "contactId", count(*)::int AS count,
      (max(a.day) FILTER (WHERE a.status = 'done'))::text AS last
    FROM contact k JOIN activity_contact p ON p.contact_id = k.id JOIN activity a ON a.id = p.activity_id
    WHERE k.customer_id = ${customerId}::uuid GROUP BY p.contact_id`;
  return z.array(meeting).parse(rows);
}
