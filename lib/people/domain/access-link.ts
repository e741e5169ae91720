export type LinkKind = "invitation" | "reset";

const HOUR = 3_600_000;
const LIFETIME: Record<LinkKind, number> = { invitation: 7 * 24 * HOUR, reset: 24 * HOUR };

/** When a link made now stops working: a week for invitations, a day for resets. */
export function expiryOf(kind: LinkKind, now: Date): Date {
  return new Date(now.getTime() + LIFETIME[kind]);
}

/** The path of a link, to be put behind the product's address. */
export function linkPath(kind: LinkKind, secret: string): string {
  return `/${kind}/${secret}`;
}
