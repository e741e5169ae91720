"use server";
import { cookies } from "next/headers";
import { savePreferences } from "@/lib/people/data/preferences";
import { preferencesInput } from "@/lib/people/schema";
import { action } from "@/lib/platform/action-client";
import { usesHttps } from "@/lib/platform/auth/session-cookie";
import { system } from "@/lib/platform/db/access";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/platform/i18n/locales";

/** Language and theme of the person who asks, in this browser and in the next one they sign in with. */
export const setPreferences = action
  .inputSchema(preferencesInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const jar = await cookies();
    const options = {
      maxAge: 31_536_000,
      path: "/",
      sameSite: "lax",
      secure: usesHttps(),
    } as const;
    if (parsedInput.locale) jar.set(LOCALE_COOKIE, parsedInput.locale, options);
    if (parsedInput.theme) jar.set(THEME_COOKIE, parsedInput.theme, options);
    await system(
      "keep a person's own preferences",
      (tx) => savePreferences(tx, scope.userId, parsedInput),
      scope.userId,
    );
  });
