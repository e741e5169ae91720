/** Milliseconds of a whole import of the file by its ids: reading, finding, comparing, writing. */
export async function importCsv(path: string): Promise<number> {
  const [{ importFiles }, { parseMapping }, { fileOnDisk }] = await Promise.all([
    import("@/lib/imports/queries/import-files"),
    import("@/lib/imports/schema"),
    import("@/lib/imports/data/source-file"),
  ]);
  const same = [
    "id",
    "order",
    "customer",
    "product",
    "unit",
    "owner",
    "quantity",
    "amount",
    "cost",
  ];
  const mapping = parseMapping(
    JSON.stringify({
      version: 1,
      source: "bench",
      defaults: { currency: "CNY" },
      entries: [
        {
          file: "bench-bulk.csv",
          kind: "sales",
          fields: { soldOn: "sold_on", ...Object.fromEntries(same.map((field) => [field, field])) },
        },
      ],
    }),
  );
  const began = performance.now();
  const files = [fileOnDisk(path, "bench-bulk.csv")];
  const { rejections } = await importFiles({ mapping, files, aliases: [] }, null);
  const took = performance.now() - began;
  if (rejections.length > 0)
    throw new Error(
      `${rejections.length} of the bench's lines were rejected: ${JSON.stringify(rejections[0])}`,
    );
  return took;
}
