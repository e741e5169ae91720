import "server-only";
import { z } from "zod";
import { expiryOf, type LinkKind } from "@/lib/people/domain/access-link";
import { hashSecret, newSecret } from "@/lib/platform/auth/password";
import type { Tx } from "@/lib/platform/db/access";

// The application role cannot read or write this table: system access only.

type NewLink = { userId: string; kind: LinkKind; issuedById: string | null };

/** Makes a link that works once; earlier unused ones of the person stop working. Only its hash is kept. */
export async function issueLink(tx: Tx, { userId, kind, issuedById }: NewLink): Promise<string> {
  const secret = newSecret();
  const now = new Date();
  await tx.accessLink.deleteMany({ where: { userId, usedAt: null } });
  await tx.accessLink.create({
    data: {
      userId,
      kind,
      issuedById,
      tokenHash: hashSecret(secret),
      expiresAt: expiryOf(kind, now),
    },
  });
  await tx.credential.updateMany({ where: { userId }, data: { resetRequestedAt: null } });
  return secret;
}

export type LinkOwner = { userId: string; email: string | null; name: string };

/** Whose link it is, while it works; null for used, expired, unknown, or a disabled person's. */
export async function linkOwner(tx: Tx, kind: LinkKind, secret: string): Promise<LinkOwner | null> {
  const link = await tx.accessLink.findFirst({
    where: {
      kind,
      tokenHash: hashSecret(secret),
      usedAt: null,
      expiresAt: { gt: new Date() },
      user: { status: { not: "disabled" } },
    },
    select: { user: { select: { id: true, email: true, name: true } } },
  });
  return link ? { userId: link.user.id, email: link.user.email, name: link.user.name } : null;
}

/** Uses the link up. Of two people who open it at once, one gets null. */
export async function consumeLink(tx: Tx, kind: LinkKind, secret: string): Promise<string | null> {
  const rows = z.array(z.object({ userId: z.string() })).parse(
    await tx.$queryRaw`
      UPDATE access_link l SET used_at = now() FROM "user" u
      WHERE l.token_hash = ${hashSecret(secret)} AND l.kind = ${kind}::access_link_kind
        AND l.used_at IS NULL AND l.expires_at > now() AND u.id = l.user_id AND u.status <> 'disabled'
      RETURNING l.user_id::text AS "userId"`,
  );
  return rows[0]?.userId ?? null;
}

/** Links of disabled people stop working. */
export async function revokeLinks(tx: Tx, userId: string): Promise<void> {
  await tx.accessLink.deleteMany({ where: { userId, usedAt: null } });
}
