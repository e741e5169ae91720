/**
 * Turns "call this for each batch" into rows one can await, without reading ahead: the producer goes
 * on when its batch has been taken. A reader that leaves early ends it; its error reaches the reader.
 */
export async function* rowStream<Row>(
  produce: (push: (rows: readonly Row[]) => Promise<void>) => Promise<void>,
): AsyncGenerator<Row> {
  let offer = Promise.withResolvers<readonly Row[] | null>();
  let taken = Promise.withResolvers<void>();
  const done = produce(async (rows) => {
    offer.resolve(rows);
    await taken.promise;
  }).then(
    () => offer.resolve(null),
    (error: unknown) => offer.reject(error),
  );
  try {
    for (;;) {
      const rows = await offer.promise;
      if (rows === null) return;
      yield* rows;
      offer = Promise.withResolvers();
      const next = taken;
      taken = Promise.withResolvers();
      next.resolve();
    }
  } finally {
    taken.reject(new ReaderGone());
    taken.promise.catch(() => undefined);
    offer.promise.catch(() => undefined);
    await done;
  }
}

/** The browser closed the connection before the end of the export. */
export class ReaderGone extends Error {}
