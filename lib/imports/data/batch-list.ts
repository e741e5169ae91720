import type { Tx } from "@/lib/platform/db/access";
import type { RejectionOwner } from "./batches";

/** A page of confirmed imports, newest first, and how many there are. */
export async function listBatches(tx: Tx, window: { limit: number; offset: number }) {
  const [batches, total] = await Promise.all([
    tx.importBatch.findMany({
      orderBy: { createdAt: "desc" },
      take: window.limit,
      skip: window.offset,
      select: {
        id: true,
        source: true,
        title: true,
        counts: true,
        files: true,
        createdAt: true,
        createdBy: { select: { name: true, nameEn: true } },
      },
    }),
    tx.importBatch.count(),
  ]);
  return { batches, total };
}

export async function findBatch(tx: Tx, id: string) {
  return tx.importBatch.findUnique({
    where: { id },
    select: {
      id: true,
      source: true,
      title: true,
      counts: true,
      files: true,
      notes: true,
      createdAt: true,
      createdBy: { select: { name: true, nameEn: true } },
    },
  });
}

/** The newest mapping of each source, for the next file of the same kind. */
export async function latestMappings(tx: Tx) {
  return tx.importBatch.findMany({
    distinct: ["source"],
    orderBy: [{ source: "asc" }, { createdAt: "desc" }],
    take: 50,
    select: { id: true, source: true, title: true },
  });
}

export async function mappingOfBatch(tx: Tx, id: string) {
  const batch = await tx.importBatch.findUnique({ where: { id }, select: { mapping: true } });
  return batch?.mapping ?? null;
}

/** Uploads that wait for confirmation, newest first. */
export async function waitingUploads(tx: Tx) {
  return tx.importUpload.findMany({
    where: { batchId: null, files: { some: {} } },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, mapping: true, createdAt: true, files: { select: { name: true } } },
  });
}

const SHOWN_REASONS = 10;

/** A page of rejected rows by file and row, how many there are, why, and the files they come from. */
export async function listRejections(
  tx: Tx,
  owner: RejectionOwner,
  window: { limit: number; offset: number },
) {
  const [rejections, total, files, reasons] = await Promise.all([
    tx.importRejection.findMany({
      where: owner,
      orderBy: [{ file: "asc" }, { row: "asc" }, { id: "asc" }],
      take: window.limit,
      skip: window.offset,
      omit: { cells: true },
    }),
    tx.importRejection.count({ where: owner }),
    tx.importRejection.groupBy({ by: ["file"], where: owner, orderBy: { file: "asc" } }),
    tx.importRejection.groupBy({
      by: ["reason", "column"],
      where: owner,
      _count: true,
      orderBy: { _count: { reason: "desc" } },
      take: SHOWN_REASONS,
    }),
  ]);
  return {
    rejections,
    total,
    files: files.map(({ file }) => file),
    reasons: reasons.map(({ _count, ...reason }) => ({ ...reason, rows: _count })),
  };
}

/** All rejected rows of one file with their cells. */
export async function rejectionsOfFile(tx: Tx, owner: RejectionOwner, file: string) {
  return tx.importRejection.findMany({
    where: { ...owner, file },
    orderBy: [{ row: "asc" }, { id: "asc" }],
  });
}
