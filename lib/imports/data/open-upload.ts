import type { Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import { parseMapping } from "../schema";
import { mappingOfBatch } from "./batch-list";
import { exampleMappings } from "./example-mappings";
import { createUpload } from "./uploads";

/**
 * Opens an upload by a mapping of one's own (`choice` "file", the mapping as `text`) or one that is
 * offered: an example, or the one of an earlier import. Returns its id.
 * @throws NotFoundError for a choice that is not offered, MappingError for a mapping of no use
 */
export async function openUpload(
  tx: Tx,
  userId: string,
  { choice, text }: { choice: string; text: string },
): Promise<string> {
  const [from, id = ""] = choice.split(":");
  const offered = from === "batch" ? await mappingOfBatch(tx, id) : exampleMappings[choice];
  if (choice !== "file" && !offered) throw new NotFoundError();
  const mapping = parseMapping(choice === "file" ? text : JSON.stringify(offered));
  return createUpload(tx, mapping, userId);
}
