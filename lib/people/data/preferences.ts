import type { Tx } from "@/lib/platform/db/access";

type Preferences = { locale?: string; theme?: string };

/** Keeps what a person chose for themselves, so that another browser finds it; what is left out stays. */
export async function savePreferences(
  tx: Tx,
  userId: string,
  preferences: Preferences,
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: preferences, select: { id: true } });
}
