import "server-only";
import { createHash } from "node:crypto";
import { system, type Tx } from "@/lib/platform/db/access";
import { blockedUntil, FREE_FAILURES } from "./throttle-rule";

export type Attempt = { account: string; address: string };

function accountKey(account: string): string {
  return createHash("sha256").update(account.trim().toLowerCase()).digest("hex");
}

async function failuresOf(tx: Tx, column: "account" | "address", value: string): Promise<Date[]> {
  const rows = await tx.signInFailure.findMany({
    where: { [column]: value },
    select: { at: true },
    orderBy: { at: "desc" },
    take: 60,
  });
  return rows.map((row) => row.at);
}

/** Rows older than a day go, a few with every attempt; the id carries the time, so this reads an index. */
const prune = (tx: Tx) => tx.$executeRaw`
  DELETE FROM sign_in_failure WHERE at < now() - interval '1 day'
    AND id IN (SELECT id FROM sign_in_failure ORDER BY id LIMIT 20)`;

/**
 * Counts an attempt as failed before the password is looked at, so that attempts made at the same
 * moment count too; `forgive` takes it back. Kept in the database: it holds for every instance.
 * @returns false while the account or the address is blocked (the attempt is then not counted)
 */
export function admitAttempt({ account, address }: Attempt): Promise<boolean> {
  const key = accountKey(account);
  return system("throttle sign-in", async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(k, 7)) FROM
      (SELECT unnest(ARRAY[${`account ${key}`}, ${`address ${address}`}]) AS k ORDER BY 1) keys`;
    const now = new Date();
    const blocks = [
      blockedUntil(await failuresOf(tx, "account", key), FREE_FAILURES.account),
      blockedUntil(await failuresOf(tx, "address", address), FREE_FAILURES.address),
    ];
    if (blocks.some((until) => until !== null && until > now)) return false;
    await tx.signInFailure.create({ data: { account: key, address, at: now } });
    await prune(tx);
    return true;
  });
}

/** After the right password: the account's failures no longer count. */
export async function forgive({ account, address }: Attempt): Promise<void> {
  const key = accountKey(account);
  await system("sign-in succeeded", (tx) =>
    tx.signInFailure.deleteMany({ where: { account: key, address } }),
  );
}

/** After a password was reset by link: none of the account's failures count. */
export async function forgiveAccount(account: string): Promise<void> {
  await system("password was reset", (tx) =>
    tx.signInFailure.deleteMany({ where: { account: accountKey(account) } }),
  );
}
