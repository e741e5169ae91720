import "server-only";
import { createHash } from "node:crypto";
import { system } from "./access";

/** The length of a window in which requests are counted. */
const WINDOW = 10 * 60_000;

/** Names of buckets hold addresses and people: they are kept as hashes, for an hour at most. */
const hashed = (bucket: string) => createHash("sha256").update(bucket).digest("hex");

/**
 * Counts a request in the database, so that it holds for every instance, and says whether there were
 * at most `limit` of them in this window of ten minutes. What is refused counts too.
 */
export function withinQuota(bucket: string, limit: number): Promise<boolean> {
  const startsAt = new Date(Math.floor(Date.now() / WINDOW) * WINDOW);
  return system("count a limited request", async (tx) => {
    await tx.$executeRaw`DELETE FROM form_quota WHERE starts_at < now() - interval '1 hour'`;
    const rows = await tx.$queryRaw<{ count: number }[]>`
      INSERT INTO form_quota (bucket, starts_at, count) VALUES (${hashed(bucket)}, ${startsAt}, 1)
      ON CONFLICT (bucket, starts_at) DO UPDATE SET count = form_quota.count + 1 RETURNING count`;
    return (rows[0]?.count ?? 1) <= limit;
  });
}
