"use server";
import { getLocale } from "next-intl/server";
import { publicAction } from "@/lib/platform/action-client";
import { hashPassword } from "@/lib/platform/auth/password";
import { system } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { createFirstAdmin } from "./data";
import { needsSetup } from "./queries";
import { setupInput } from "./schema";

/** First run: creates the organisation and the first admin; refused for ever afterwards. */
export const setUp = publicAction.inputSchema(setupInput).action(async ({ parsedInput }) => {
  if (!(await needsSetup())) throw new AppError("setupDone");
  const { password, ...rest } = parsedInput;
  const first = { ...rest, passwordHash: await hashPassword(password), locale: await getLocale() };
  await system("first run", (tx) => createFirstAdmin(tx, first));
});
