"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/platform/action-client";
import { read, write } from "@/lib/platform/db/access";
import { localName } from "@/lib/shared/local-name";
import * as requests from "../data/requests";
import { answerInput, askInput, similarInput } from "../schema";
import {
  askAboutCustomer,
  hiddenSimilarCustomer,
  similarCustomers,
} from "../sql/similar-customers";

/** Customers like the one being typed; of those the person may not see only that there is one. */
export const findSimilarCustomers = action
  .inputSchema(similarInput)
  .action(async ({ parsedInput: { name, exceptId }, ctx: { scope } }) => {
    const [found, locale] = await Promise.all([
      read(scope, async (tx) => ({
        seen: await similarCustomers(tx, name, exceptId),
        hidden: await hiddenSimilarCustomer(tx, name, exceptId),
      })),
      getLocale(),
    ]);
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
