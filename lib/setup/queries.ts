import "server-only";
import { anyCredential } from "@/lib/people/data/credentials";
import { system } from "@/lib/platform/db/access";

/** True while nobody can sign in yet: the first-run page is open. */
export function needsSetup(): Promise<boolean> {
  return system("look for a first admin", async (tx) => !(await anyCredential(tx)));
}
