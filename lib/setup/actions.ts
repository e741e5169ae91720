"use server";
import { getLocale } from "next-intl/server";
import { anyCredential } from "@/lib/people/data/credentials";
import { publicAction } from "@/lib/platform/action-client";
import { hashPassword } from "@/lib/platform/auth/password";
import { system } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { createFirstAdmin } from "./data";

import { setupInput } from "./schema";

/** First run: creates the organisation and the first admin; refused for ever afterwards. */
export const setUp = publicAction.inputSchema(setupInput).action(async ({ parsedInput }) => {
  const done = await system("look for a first admin", anyCredential);
  if (done) throw new AppError("setupDone");
  const { password, ...rest } = parsedInput;
  const first = { ...rest, passwordHash: await hashPassword(password), locale: await getLocale() };
  await system("first run", (tx) => createFirstAdmin(tx, first));
});
