import { createHash } from "node:crypto";

/**
 * A stable id for a row that has none: a hash of its values. Values are joined by a sign that
 * cannot occur in text files, so ["a", "bc"] and ["ab", "c"] differ. Equal rows get equal hashes;
 * their occurrence (from 1, in the order of the file) tells them apart.
 */
export function contentHash(values: readonly string[]): string {
  return createHash("sha256").update(values.join("\u001f")).digest("base64url").slice(0, 22);
}
