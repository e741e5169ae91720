import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";

/**
 * An export holds a database connection for as long as the reader takes to receive it. Of the ten a
 * server has, exports get six and one person two, so that slow downloads never close the pages.
 */
const MOST = { person: 2, all: 6 };

const running = new Set<{ userId: string; until: number }>();

/**
 * A place to export in. A reader who stalls loses it when the transaction ends, after EXPORT_TIMEOUT.
 * @returns the function that gives the place back, or null where all are taken
 */
export function takeExportSlot(userId: string, now = Date.now()): (() => void) | null {
  for (const slot of running) if (slot.until <= now) running.delete(slot);
  const own = [...running].filter((slot) => slot.userId === userId).length;
  if (running.size >= MOST.all || own >= MOST.person) return null;
  const slot = { userId, until: now + EXPORT_TIMEOUT };
  running.add(slot);
  return () => running.delete(slot);
}

/** The rows, with `done` called at their end, however it comes. */
export async function* untilDone<Row>(
  rows: AsyncIterable<Row>,
  done: () => void,
): AsyncGenerator<Row> {
  try {
    yield* rows;
  } finally {
    done();
  }
}
