"use server";
import { revalidatePath } from "next/cache";
import { insertToken, revokeToken } from "@/lib/people/data/api-tokens";
import { endAccess, passwordHashOf, setPassword } from "@/lib/people/data/credentials";
import { findUser, updateUser } from "@/lib/people/data/users";
import { passwordProblem } from "@/lib/people/domain/password-rules";
import { changePasswordInput, newTokenInput, profileInput, tokenInput } from "@/lib/people/schema";
import { action } from "@/lib/platform/action-client";
import { hashPassword, verifyPassword } from "@/lib/platform/auth/password";
import { forgetSession, renewSession } from "@/lib/platform/auth/session";
import { admitAttempt, forgiveAccount } from "@/lib/platform/auth/throttle";
import { system, write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";

/** One's own name. People may not write their row themselves, so the system does it in their name. */
export const editProfile = action
  .inputSchema(profileInput)
  .action(async ({ parsedInput: { version, ...names }, ctx: { scope } }) => {
    await system(
      "edit one's own name",
      (tx) => updateUser(tx, { id: scope.userId, version }, names),
      scope.userId,
    );
    revalidatePath("/", "layout");
  });

/** A new password, given the present one. Every other session of the person ends. */
export const changePassword = action
  .inputSchema(changePasswordInput)
  .action(async ({ parsedInput: { current, password }, ctx: { scope } }) => {
    const attempt = { account: `password of ${scope.userId}`, address: `user ${scope.userId}` };
    if (!(await admitAttempt(attempt))) throw new AppError("tooManyAttempts");
    const [user, hash] = await system("check one's own password", (tx) =>
      Promise.all([findUser(tx, scope.userId), passwordHashOf(tx, scope.userId)]),
    );
    if (!(await verifyPassword(hash, current))) throw new AppError("passwordWrong");
    const problem = passwordProblem(password, user);
    if (problem) throw new AppError(problem);
    await forgiveAccount(attempt.account);
    const passwordHash = await hashPassword(password);
    await system(
      "change one's own password",
      (tx) => setPassword(tx, scope.userId, passwordHash),
      scope.userId,
    );
    await renewSession({ userId: scope.userId, sessionEpoch: scope.sessionEpoch + 1 });
  });

/** Ends every session of the person, this one too, and every token. */
export const signOutEverywhere = action.action(async ({ ctx: { scope } }) => {
  await system("sign out everywhere", (tx) => endAccess(tx, scope.userId), scope.userId);
  await forgetSession();
});

/** A personal token, shown this once. */
export const createToken = action
  .inputSchema(newTokenInput)
  .action(async ({ parsedInput: { name, days }, ctx: { scope } }) => {
    const expiresAt = days > 0 ? new Date(Date.now() + days * 86_400_000) : null;
    const token = await system(
      "create a personal token",
      (tx) => insertToken(tx, { userId: scope.userId, name, expiresAt }),
      scope.userId,
    );
    revalidatePath("/profile");
    return { token };
  });

/** Ends one of the person's own tokens. */
export const endToken = action
  .inputSchema(tokenInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => revokeToken(tx, scope.userId, id));
    revalidatePath("/profile");
  });
