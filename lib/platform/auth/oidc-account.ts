import "server-only";
import { system, type Tx } from "@/lib/platform/db/access";
import type { SessionClaims } from "./session";

type Identity = {
  /** `issuer subject`: what never changes about the account. */
  subject: string;
  /** Only an address the issuer vouches for; null otherwise. */
  verifiedEmail: string | null;
};

const USER = { id: true, status: true, sessionEpoch: true } as const;

async function bySubject(tx: Tx, subject: string) {
  const found = await tx.credential.findUnique({
    where: { oidcSubject: subject },
    select: { user: { select: USER } },
  });
  return found?.user ?? null;
}

/** The first time: by address, unless the person is tied to another account of the issuer already. */
async function byEmail(tx: Tx, { subject, verifiedEmail }: Identity) {
  if (!verifiedEmail) return null;
  const user = await tx.user.findUnique({
    where: { email: verifiedEmail.trim().toLowerCase() },
    select: { ...USER, credential: { select: { oidcSubject: true } } },
  });
  if (!user || user.status === "disabled" || user.credential?.oidcSubject) return null;
  await tx.credential.upsert({
    where: { userId: user.id },
    create: { userId: user.id, oidcSubject: subject },
    update: { oidcSubject: subject },
  });
  if (user.status === "invited") {
    await tx.user.update({
      where: { id: user.id },
      data: { status: "active" },
      select: { id: true },
    });
    await tx.accessLink.deleteMany({ where: { userId: user.id, usedAt: null } });
  }
  return { ...user, status: "active" as const };
}

/**
 * The person an account of the issuer belongs to: known by its subject, or the first time by its
 * verified address. Nobody is created; disabled people do not get in.
 */
export function matchAccount(identity: Identity): Promise<SessionClaims | null> {
  return system("single sign-on", async (tx) => {
    const user = (await bySubject(tx, identity.subject)) ?? (await byEmail(tx, identity));
    if (user?.status !== "active") return null;
    await tx.$executeRaw`UPDATE "user" SET last_sign_in_at = now() WHERE id = ${user.id}::uuid`;
    return { userId: user.id, sessionEpoch: user.sessionEpoch };
  });
}
