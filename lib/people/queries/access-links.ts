import "server-only";
import { type LinkOwner, linkOwner } from "@/lib/people/data/access-links";
import type { LinkKind } from "@/lib/people/domain/access-link";
import { system } from "@/lib/platform/db/access";

/** Whose link it is, while it works. Looking does not use it up. */
export function openLink(kind: LinkKind, secret: string): Promise<LinkOwner | null> {
  return system("open a link", (tx) => linkOwner(tx, kind, secret));
}
