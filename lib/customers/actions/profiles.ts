"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { addProfile } from "../data/buying-profiles";
import { profileInput } from "../schema";

/** A new version of the buying profile of a deal or customer. */
export const saveProfile = action
  .inputSchema(profileInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => addProfile(tx, scope, parsedInput));
    revalidatePath("/customers/[id]", "page");
    revalidatePath("/deals/[id]", "page");
    return { id };
  });
