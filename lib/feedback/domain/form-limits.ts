/**
 * Requests in ten minutes: answers and tries of one address and of one link, and openings of one
 * address, which may be that of a whole shop.
 */
export const FORM_LIMITS = { address: 20, link: 120, openings: 100 } as const;

/** What decides whether a link to the form works. */
export type LinkState = {
  once: boolean;
  uses: number;
  expiresAt: Date;
  revokedAt: Date | null;
};

export type LinkStatus = "open" | "used" | "expired" | "revoked";

/** Whether it works at `now`, and else why not. */
export function linkStatus({ once, uses, expiresAt, revokedAt }: LinkState, now: Date): LinkStatus {
  if (revokedAt !== null) return "revoked";
  if (once && uses > 0) return "used";
  return expiresAt <= now ? "expired" : "open";
}
