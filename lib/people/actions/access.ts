"use server";
import { consumeLink, linkOwner } from "@/lib/people/data/access-links";
import { endAccess, recordResetRequest, setPassword } from "@/lib/people/data/credentials";
import { activate } from "@/lib/people/data/users";
import { acceptInvitationInput, requestResetInput, resetPasswordInput } from "@/lib/people/schema";
import { publicAction } from "@/lib/platform/action-client";
import { hashPassword } from "@/lib/platform/auth/password";
import { forgiveAccount } from "@/lib/platform/auth/throttle";
import { system } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";

/** Hashing costs time and memory, so it waits until the link is known to work. */
async function hashFor(kind: "invitation" | "reset", secret: string, password: string) {
  const owner = await system("look at a link", (tx) => linkOwner(tx, kind, secret));
  if (!owner) throw new AppError("linkInvalid");
  return { owner, passwordHash: await hashPassword(password) };
}

/** Uses an invitation: name, password, active from now on. Answers with the e-mail to sign in with. */
export const acceptInvitation = publicAction
  .inputSchema(acceptInvitationInput)
  .action(async ({ parsedInput: { secret, name, password } }) => {
    const { owner, passwordHash } = await hashFor("invitation", secret, password);
    await system(
      "accept an invitation",
      async (tx) => {
        const userId = await consumeLink(tx, "invitation", secret);
        if (!userId || !(await activate(tx, userId, name))) throw new AppError("linkInvalid");
        await setPassword(tx, userId, passwordHash);
      },
      owner.userId,
    );
    return { email: owner.email };
  });

/** Uses a reset link: a new password, and every session and token of the person ends. */
export const resetPassword = publicAction
  .inputSchema(resetPasswordInput)
  .action(async ({ parsedInput: { secret, password } }) => {
    const { owner, passwordHash } = await hashFor("reset", secret, password);
    await system(
      "reset a password",
      async (tx) => {
        const userId = await consumeLink(tx, "reset", secret);
        if (!userId) throw new AppError("linkInvalid");
        await setPassword(tx, userId, passwordHash);
        await endAccess(tx, userId);
      },
      owner.userId,
    );
    if (owner.email) await forgiveAccount(owner.email);
    return { email: owner.email };
  });

/** Long enough to hide whether there was anything to note. */
const ANSWER_AFTER_MS = 250;

/** "Forgot password": the same answer, after the same time, for every address. */
export const requestReset = publicAction
  .inputSchema(requestResetInput)
  .action(async ({ parsedInput: { email } }) => {
    const wait = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    await system("ask for a password reset", (tx) => recordResetRequest(tx, email));
    await wait;
  });
