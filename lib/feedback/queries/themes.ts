import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { allThemes } from "../data/themes";

/** Every theme with its words, for the settings. */
export function themeSettings(scope: Scope) {
  return read(scope, allThemes);
}
