"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as themes from "../data/themes";
import { editThemeInput, feedbackInput, newThemeInput, themeActiveInput } from "../schema";

const admin = action.use(policy((scope) => canEver(scope, "settings.manage")));

function revalidate(): void {
  revalidatePath("/settings", "layout");
  revalidatePath("/feedback", "layout");
}

export const createTheme = admin
  .inputSchema(newThemeInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => themes.insertTheme(tx, parsedInput));
    revalidate();
  });

export const editTheme = admin
  .inputSchema(editThemeInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => themes.updateTheme(tx, parsedInput));
    revalidate();
  });

export const setThemeActive = admin
  .inputSchema(themeActiveInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => themes.setThemeActive(tx, id, active));
    revalidate();
  });

/** Only for themes no feedback has. */
export const deleteTheme = admin
  .inputSchema(feedbackInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => themes.deleteTheme(tx, id));
    revalidate();
  });

/** For a company that has none, or lacks some of them. */
export const addStarterThemes = admin.action(async ({ ctx: { scope } }) => {
  await write(scope, themes.insertStarterThemes);
  revalidate();
});

/** After words have changed: themes anew for what nobody has confirmed. */
export const suggestThemesAgain = admin.action(async ({ ctx: { scope } }) => {
  const changed = await write(scope, themes.suggestAgain);
  revalidate();
  return { changed };
});
