import "server-only";
import { tokensOf } from "@/lib/people/data/api-tokens";
import { passwordHashOf } from "@/lib/people/data/credentials";
import { findUser } from "@/lib/people/data/users";
import { read, system } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

/** Everything a person's own profile shows. */
export async function profilePage(scope: Scope) {
  const hash = await system(
    "see whether there is a password",
    (tx) => passwordHashOf(tx, scope.userId),
    scope.userId,
  );
  return read(scope, async (tx) => ({
    user: await findUser(tx, scope.userId),
    tokens: await tokensOf(tx, scope.userId),
    hasPassword: hash !== null,
  }));
}
