import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import type { ProfileInput } from "../schema";

const NAMED = { select: { id: true, name: true, nameEn: true } } as const;
const WITH = {
  createdBy: NAMED,
  people: { include: { contact: NAMED }, orderBy: { contactId: "asc" } },
  deal: { select: { id: true, title: true } },
} as const;

export type Subject = { dealId: string } | { customerId: string };

/** Every version of one profile, the latest first; at most 20. */
export function profileVersions(tx: Tx, subject: Subject) {
  return tx.buyingProfile.findMany({
    where: subject,
    include: WITH,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
}
export type ProfileRecord = Awaited<ReturnType<typeof profileVersions>>[number];

/** The latest versions of a customer's own profile and of its deals', newest first; at most 50. */
export async function latestProfiles(tx: Tx, customerId: string): Promise<ProfileRecord[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM (
      SELECT DISTINCT ON (p.deal_id, p.customer_id) p.id, p.created_at FROM buying_profile p
      WHERE p.customer_id = ${customerId}::uuid
        OR p.deal_id IN (SELECT d.id FROM deal d WHERE d.customer_id = ${customerId}::uuid)
      ORDER BY p.deal_id, p.customer_id, p.created_at DESC, p.id DESC) latest
    ORDER BY created_at DESC, id DESC LIMIT 50`;
  return tx.buyingProfile.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    include: WITH,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Whether the person may write the profile of this deal or customer. */
export async function mayProfile(tx: Tx, subject: Subject): Promise<boolean> {
  const rows =
    "dealId" in subject
      ? await tx.$queryRaw<
          { may: boolean }[]
        >`SELECT app_writes_deal(${subject.dealId}::uuid) AS may`
      : await tx.$queryRaw<{ may: boolean }[]>`
          SELECT app_works_with_customer(${subject.customerId}::uuid) AS may`;
  return rows[0]?.may ?? false;
}

/** The customer a profile is about; null for a deal without one. @throws NotFoundError */
async function customerOf(tx: Tx, subject: Subject): Promise<string | null> {
  if ("customerId" in subject) {
    const found = await tx.customer.findUnique({
      where: { id: subject.customerId },
      select: { id: true },
    });
    if (!found) throw new NotFoundError();
    return found.id;
  }
  const deal = await tx.deal.findUnique({
    where: { id: subject.dealId },
    select: { customerId: true },
  });
  if (!deal) throw new NotFoundError();
  return deal.customerId;
}

/**
 * Adds a version; earlier ones stay as they are. `seen` is the version the form was opened on: when
 * somebody has added one since, the person is told.
 * @throws NotFoundError, ForbiddenError, AppError profileChanged, contactUnknown
 */
export async function addProfile(
  tx: Tx,
  scope: Scope,
  { dealId, customerId, seen, people, ...profile }: ProfileInput,
): Promise<string> {
  const subject = dealId ? { dealId } : { customerId: customerId ?? "" };
  const customer = await customerOf(tx, subject);
  if (!(await mayProfile(tx, subject))) throw new ForbiddenError();
  // Two who add at once come one after the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${dealId ?? customerId ?? ""}, 0))::text`;
  const [latest] = await profileVersions(tx, subject);
  if ((latest?.id ?? null) !== seen) throw new AppError("profileChanged");
  const known = await tx.contact.count({
    where: { id: { in: people.map((one) => one.contactId) }, customerId: customer ?? undefined },
  });
  if (people.length > 0 && (customer === null || known !== people.length))
    throw new AppError("contactUnknown");
  const added = await tx.buyingProfile.create({
    data: { ...subject, ...profile, createdById: scope.userId },
    select: { id: true },
  });
  await tx.buyingProfilePerson.createMany({
    data: people.map((one) => ({ profileId: added.id, ...one })),
  });
  return added.id;
}
