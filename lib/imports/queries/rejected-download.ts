import { read } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { findBatch, rejectionsOfFile } from "../data/batch-list";
import { storedFiles, storedReport } from "../data/stored-report";
import { findUpload } from "../data/uploads";
import { rejectedFile } from "../domain/rejected-file";
import { type Rejection, rejectionReasons } from "../domain/rejection";

function isReason(text: string): text is Rejection["reason"] {
  return rejectionReasons.some((reason) => reason === text);
}

/** The rejected rows of one file of an upload or a batch, in the file's own format. */
export async function rejectedDownload(
  scope: Scope,
  id: string,
  name: string,
  explain: (rejection: Rejection) => string,
): Promise<string> {
  return read(scope, async (tx) => {
    const upload = await findUpload(tx, id);
    const batch = upload ? null : await findBatch(tx, id);
    const checked = upload?.report ? storedReport.parse(upload.report).files : [];
    const files = upload ? checked : storedFiles.parse(batch?.files ?? []);
    const file = files.find((each) => each.name === name);
    if (!file) throw new NotFoundError();
    const owner = upload ? { uploadId: id } : { batchId: id };
    const rows = await rejectionsOfFile(tx, owner, name);
    const rejections = rows.flatMap(({ reason, ...row }) =>
      isReason(reason) ? [{ ...row, reason }] : [],
    );
    return rejectedFile(file, rejections, explain);
  });
}
