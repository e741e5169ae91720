"use server";
import { getLocale } from "next-intl/server";
import { action } from "@/lib/platform/action-client";
import { read } from "@/lib/platform/db/access";
import { localName } from "@/lib/shared/local-name";
import { choiceSearchInput } from "../schema";
import { customerChoices } from "../sql/customer-choices";

/** Customers to choose from while typing: at most 20 of those the person may see and use. */
export const searchCustomerChoices = action
  .inputSchema(choiceSearchInput)
  .action(async ({ parsedInput: { text }, ctx: { scope } }) => {
    const [found, locale] = await Promise.all([
      read(scope, (tx) => customerChoices(tx, scope.userId, text ?? "")),
      getLocale(),
    ]);
    return found.map((one) => ({
      value: one.id,
      label: localName(one, locale),
      hint: [one.sector, one.location].filter(Boolean).join(" · ") || undefined,
    }));
  });
