"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/platform/action-client";
import { read, write } from "@/lib/platform/db/access";
import { withinQuota } from "@/lib/platform/db/quota";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import * as requests from "../data/requests";
import { answerInput, askInput, similarInput } from "../schema";
import {
  askAboutCustomer,
  hiddenSimilarCustomer,
  similarCustomers,
} from "../sql/similar-customers";

/** So often in ten minutes a person may learn whether there is a customer they may not see. */
const HIDDEN_CHECKS = 150;

const mayCheck = (scope: Scope) =>
  withinQuota(`hidden customers for ${scope.userId}`, HIDDEN_CHECKS);

/**
 * Customers like the one being typed; of those the person may not see only that there is one. `hidden`
 * is null for somebody who asks so often that they are trying out names.
 */
export const findSimilarCustomers = action
  .inputSchema(similarInput)
  .action(async ({ parsedInput: { name, exceptId }, ctx: { scope } }) => {
    const [admitted, locale] = await Promise.all([mayCheck(scope), getLocale()]);
    const found = await read(scope, async (tx) => ({
      seen: await similarCustomers(tx, name, exceptId),
      hidden: admitted ? await hiddenSimilarCustomer(tx, name, exceptId) : null,
    }));
    return {
      hidden: found.hidden,
      seen: found.seen.map((one) => ({
        id: one.id,
        name: localName(one, locale),
        location: one.location,
        owner: one.owner ? localName(one.owner, locale) : null,
      })),
    };
  });

/** Asks whoever has the hidden customers that are most like the name. */
export const askOwnerOfSimilar = action
  .inputSchema(askInput)
  .action(async ({ parsedInput: { name, note }, ctx: { scope } }) => {
    if (!(await mayCheck(scope))) throw new AppError("tooManyAttempts");
    const asked = await write(scope, (tx) => askAboutCustomer(tx, name, note));
    revalidatePath("/customers/requests");
    return { asked };
  });

export const answerCustomerRequest = action
  .inputSchema(answerInput)
  .action(async ({ parsedInput: { id, answer }, ctx: { scope } }) => {
    await write(scope, (tx) => requests.answerRequest(tx, scope, id, answer));
    revalidatePath("/customers", "layout");
  });
