import { encode } from "uqr";

/** A QR code as one SVG path over `size` × `size` modules, with a quiet border of four. */
export type QrCode = { size: number; path: string };

/** Draws a text, e.g. an address, so that it can still be read with 15% of it damaged. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const rows = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: rows.join("") };
}
