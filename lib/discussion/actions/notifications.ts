"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { markRead } from "../data/inbox";
import { readInput } from "../schema";

/** Marks notifications of one's own as read; the number at the bell is on every page. */
export const readNotifications = action
  .inputSchema(readInput)
  .action(async ({ parsedInput: { ids }, ctx: { scope } }) => {
    await write(scope, (tx) => markRead(tx, scope.userId, ids));
    revalidatePath("/", "layout");
  });
