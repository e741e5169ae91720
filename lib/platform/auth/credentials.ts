import "server-only";
import { system } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { verifyPassword } from "./password";
import type { SessionClaims } from "./session";
import { admitAttempt, forgive } from "./throttle";

type Attempt = { email: string; password: string; address: string };

/**
 * Checks an e-mail address and password. Unknown, disabled and not yet activated accounts get the
 * same answer, after the same work, as a wrong password.
 * @throws AppError tooManyAttempts, signInFailed
 */
export async function signInWithPassword(attempt: Attempt): Promise<SessionClaims> {
  const email = attempt.email.trim().toLowerCase();
  const tracked = { account: email, address: attempt.address };
  if (!(await admitAttempt(tracked))) throw new AppError("tooManyAttempts");
  const user = await system("check a password", (tx) =>
    tx.user.findUnique({
      where: { email },
      select: {
        id: true,
        status: true,
        sessionEpoch: true,
        credential: { select: { passwordHash: true } },
      },
    }),
  );
  const matches = await verifyPassword(user?.credential?.passwordHash, attempt.password);
  if (!matches || user?.status !== "active") throw new AppError("signInFailed");
  await forgive(tracked);
  await recordSignIn(user.id);
  return { userId: user.id, sessionEpoch: user.sessionEpoch };
}

/** Notes the time of a sign-in. */
export async function recordSignIn(userId: string): Promise<void> {
  await system(
    "sign in",
    (tx) => tx.$executeRaw`UPDATE "user" SET last_sign_in_at = now() WHERE id = ${userId}::uuid`,
    userId,
  );
}
