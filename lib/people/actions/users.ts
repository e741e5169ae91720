"use server";
import { revalidatePath } from "next/cache";
import { issueLink, revokeLinks } from "@/lib/people/data/access-links";
import { setMembership, setUnitManager, unitsManagedFrom } from "@/lib/people/data/assignments";
import { businessToday } from "@/lib/people/data/business-today";
import { endAccess, hasCredential } from "@/lib/people/data/credentials";
import { findUser, insertUser, lockAccounts, setStatus, updateUser } from "@/lib/people/data/users";
import { type LinkKind, linkPath } from "@/lib/people/domain/access-link";
import { canEver } from "@/lib/people/domain/permissions";
import { accountChangeProblem, mayManageUnits } from "@/lib/people/domain/user-rules";
import {
  editUserInput,
  manageUnitInput,
  moveUserInput,
  newUserInput,
  userInput,
} from "@/lib/people/schema";
import { action, policy } from "@/lib/platform/action-client";
import { system, type Tx, write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import type { Role } from "@/lib/shared/role";

const admin = action.use(policy((scope) => canEver(scope, "user.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
}

function assertMayManage(role: Role): void {
  if (!mayManageUnits(role)) throw new AppError("managerRole");
}

/** Makes a link in the admin's name and answers with its path; the address is the admin's own. */
async function newLink(scope: Scope, userId: string, kind: LinkKind) {
  const secret = await system(
    `issue a link: ${kind}`,
    (tx) => issueLink(tx, { userId, kind, issuedById: scope.userId }),
    scope.userId,
  );
  return linkPath(kind, secret);
}

/** Adds a person; with an e-mail address there is an invitation to pass on. */
export const inviteUser = admin
  .inputSchema(newUserInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const { unitId, managedUnitId, from, ...user } = parsedInput;
    if (managedUnitId) assertMayManage(user.role);
    const id = await write(scope, async (tx) => {
      const created = await insertUser(tx, user);
      if (unitId) await setMembership(tx, created, unitId, from);
      if (managedUnitId) await setUnitManager(tx, managedUnitId, created, from);
      return created;
    });
    const link = user.email ? await newLink(scope, id, "invitation") : null;
    revalidate();
    return { id, link };
  });

/**
 * Saves name, e-mail and role. A person who becomes a rep no longer runs units from today; a link that
 * went to the address before works no longer.
 */
export const editUser = admin
  .inputSchema(editUserInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const { id, version, ...changes } = parsedInput;
    const moved = await write(scope, async (tx) => {
      const admins = await lockAccounts(tx);
      const before = await findUser(tx, id);
      const after = { role: changes.role, status: before.status };
      const problem = accountChangeProblem(before, after, scope.userId, admins);
      if (problem) throw new AppError(problem);
      const losesEmail = changes.email === null && before.email !== null;
      if (losesEmail && before.status === "active") throw new AppError("emailNeeded");
      await updateUser(tx, { id, version }, changes);
      if (!mayManageUnits(changes.role)) await endManagement(tx, id);
      return changes.email !== before.email;
    });
    if (moved) await system("an address changed", (tx) => revokeLinks(tx, id), scope.userId);
    revalidate();
  });

async function endManagement(tx: Tx, userId: string): Promise<void> {
  const today = await businessToday(tx);
  for (const unitId of await unitsManagedFrom(tx, userId, today)) {
    await setUnitManager(tx, unitId, null, today);
  }
}

/** Stops a person from signing in, at once; what they did stays theirs. */
export const disableUser = admin
  .inputSchema(userInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      const admins = await lockAccounts(tx);
      const before = await findUser(tx, id);
      const after = { role: before.role, status: "disabled" } as const;
      const problem = accountChangeProblem(before, after, scope.userId, admins);
      if (problem) throw new AppError(problem);
      await setStatus(tx, id, "disabled");
    });
    await system("disable a person", (tx) => revokeLinks(tx, id), scope.userId);
    revalidate();
  });

/** Lets a person in again; one who never had a password needs a new invitation. */
export const enableUser = admin
  .inputSchema(userInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const known = await system("look for a password", (tx) => hasCredential(tx, id));
    await write(scope, async (tx) => {
      const user = await findUser(tx, id);
      if (user.status === "disabled") await setStatus(tx, id, known ? "active" : "invited");
    });
    revalidate();
  });

/** A fresh link to pass on: an invitation for who never signed in, else a password reset. */
export const createAccessLink = admin
  .inputSchema(userInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const user = await write(scope, (tx) => findUser(tx, id));
    if (user.status === "disabled") throw new AppError("userDisabled");
    if (!user.email) throw new AppError("emailNeeded");
    const kind: LinkKind = user.status === "invited" ? "invitation" : "reset";
    const link = await newLink(scope, id, kind);
    revalidate();
    return { kind, link } as { kind: LinkKind; link: string };
  });

/** Ends every session and token of a person. */
export const signOutUser = admin
  .inputSchema(userInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await findUser(tx, id);
      await endAccess(tx, id);
    });
    revalidate();
  });

/** The unit a person belongs to from a day on. */
export const moveUser = admin
  .inputSchema(moveUserInput)
  .action(async ({ parsedInput: { id, unitId, from }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      await findUser(tx, id);
      await setMembership(tx, id, unitId, from);
    });
    revalidate();
  });

/** Gives a person a unit to run from a day on, in place of whoever ran it. */
export const startManaging = admin
  .inputSchema(manageUnitInput)
  .action(async ({ parsedInput: { id, unitId, from }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      assertMayManage((await findUser(tx, id)).role);
      await setUnitManager(tx, unitId, id, from);
    });
    revalidate();
  });

/** The unit has no manager from a day on. */
export const stopManaging = admin
  .inputSchema(manageUnitInput)
  .action(async ({ parsedInput: { id, unitId, from }, ctx: { scope } }) => {
    await write(scope, async (tx) => {
      if (!(await unitsManagedFrom(tx, id, from)).includes(unitId)) throw new AppError("notFound");
      await setUnitManager(tx, unitId, null, from);
    });
    revalidate();
  });
