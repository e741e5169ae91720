import { canEver } from "@/lib/people/domain/permissions";
import type { Scope } from "@/lib/platform/scope";

/** Who may import: the Data page and its routes exist for nobody else. */
export function mayImport(scope: Scope): boolean {
  return canEver(scope, "import.run");
}
