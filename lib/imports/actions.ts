"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import { openUpload } from "./data/open-upload";
import { deleteUpload } from "./data/uploads";
import { discardUploadInput, MappingError, openUploadInput } from "./schema";

const importing = action.use(policy((scope) => canEver(scope, "import.run")));

/** Opens an upload; a mapping that cannot be used is answered with every wrong place. */
export const startUpload = importing
  .inputSchema(openUploadInput)
  .action(async ({ ctx, parsedInput }) => {
    try {
      const id = await write(ctx.scope, (tx) => openUpload(tx, ctx.scope.userId, parsedInput));
      return { ok: true as const, id };
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      return { ok: false as const, problems: error.problems.slice(0, 20) };
    }
  });

export const discardUpload = importing
  .inputSchema(discardUploadInput)
  .action(async ({ ctx, parsedInput }) => {
    await write(ctx.scope, (tx) => deleteUpload(tx, parsedInput.id));
    revalidatePath("/data");
  });
