/** What the first bytes of a file say it is. */
type Family = "pdf" | "png" | "jpeg" | "gif" | "webp" | "zip" | "ole" | "text" | "mp4" | "mp3";

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What may be attached, by the end of its name: nothing that a browser would run. */
const TYPES: Record<string, { type: string; family: Family }> = {
  pdf: { type: "application/pdf", family: "pdf" },
  png: { type: "image/png", family: "png" },
  jpg: { type: "image/jpeg", family: "jpeg" },
  jpeg: { type: "image/jpeg", family: "jpeg" },
  gif: { type: "image/gif", family: "gif" },
  webp: { type: "image/webp", family: "webp" },
  docx: { type: `${OFFICE}.wordprocessingml.document`, family: "zip" },
  xlsx: { type: `${OFFICE}.spreadsheetml.sheet`, family: "zip" },
  pptx: { type: `${OFFICE}.presentationml.presentation`, family: "zip" },
  doc: { type: "application/msword", family: "ole" },
  xls: { type: "application/vnd.ms-excel", family: "ole" },
  ppt: { type: "application/vnd.ms-powerpoint", family: "ole" },
  txt: { type: "text/plain; charset=utf-8", family: "text" },
  md: { type: "text/plain; charset=utf-8", family: "text" },
  csv: { type: "text/csv; charset=utf-8", family: "text" },
  zip: { type: "application/zip", family: "zip" },
  mp4: { type: "video/mp4", family: "mp4" },
  m4a: { type: "audio/mp4", family: "mp4" },
  mp3: { type: "audio/mpeg", family: "mp3" },
};

/** For the file chooser: `.pdf,.png,…`. */
export const ACCEPTED = Object.keys(TYPES)
  .map((end) => `.${end}`)
  .join(",");

function ending(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** May a file of this name be attached at all? Its content is looked at when it is there. */
export function isAcceptedName(name: string): boolean {
  return Object.hasOwn(TYPES, ending(name));
}

const ascii = (head: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...head.subarray(from, to));

const starts = (head: Uint8Array, ...bytes: number[]) =>
  bytes.every((byte, index) => head[index] === byte);

/** Bytes that no text has: control characters other than tab, line ends and form feed. */
function looksLikeText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b));
}

function familyOf(head: Uint8Array): Family | null {
  if (ascii(head, 0, 5) === "%PDF-") return "pdf";
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(head, 0xff, 0xd8, 0xff)) return "jpeg";
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6))) return "gif";
  if (ascii(head, 0, 4) === "RIFF" && ascii(head, 8, 12) === "WEBP") return "webp";
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return "ole";
  if (ascii(head, 4, 8) === "ftyp") return "mp4";
  if (ascii(head, 0, 3) === "ID3" || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2))
    return "mp3";
  return looksLikeText(head) ? "text" : null;
}

/**
 * The type a file is handed out as: what its name says, if the content (its first bytes, 512 are
 * enough) is of that kind; null for anything else. An empty file is text.
 */
export function contentType(name: string, head: Uint8Array): string | null {
  const named = TYPES[ending(name)];
  return named && familyOf(head.subarray(0, 512)) === named.family ? named.type : null;
}
