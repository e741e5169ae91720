import { describe, expect, it } from "vitest";
import { sizeText } from "@/lib/attachments/domain/attachment";
import { contentType, isAcceptedName } from "@/lib/attachments/domain/file-type";

const bytes = (...values: (string | number)[]) =>
  new Uint8Array(
    values.flatMap((value) =>
      typeof value === "number" ? [value] : [...new TextEncoder().encode(value)],
    ),
  );
const PNG = bytes(0x89, "PNG", 0x0d, 0x0a, 0x1a, 0x0a);
const ZIP = bytes("PK", 3, 4);

describe("the type of a file", () => {
  it.each([
    ["offer.pdf", bytes("%PDF-1.7"), "application/pdf"],
    ["照片.PNG", PNG, "image/png"],
    ["photo.jpeg", bytes(0xff, 0xd8, 0xff, 0xe0), "image/jpeg"],
    ["a.webp", bytes("RIFF", 1, 2, 3, 4, "WEBP"), "image/webp"],
    ["plan.docx", ZIP, expect.stringContaining("wordprocessingml")],
    ["old.xls", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "application/vnd.ms-excel"],
    ["notes.txt", bytes("价格 price\t1\r\n"), "text/plain; charset=utf-8"],
    ["empty.csv", bytes(), "text/csv; charset=utf-8"],
    ["call.m4a", bytes(0, 0, 0, 0x20, "ftypM4A "), "audio/mp4"],
  ])("%s is what its name says", (name, head, type) => {
    expect(contentType(name, head)).toEqual(type);
  });

  it.each([
    ["a picture called a document", "offer.pdf", PNG],
    ["a program called a text", "notes.txt", bytes("MZ", 0x90, 0, 3)],
    ["an archive called a picture", "photo.png", ZIP],
    ["markup called a picture", "photo.png", bytes("<svg onload=alert(1)>")],
    ["markup", "page.html", bytes("<script>")],
    ["a drawing with scripts", "logo.svg", bytes("<svg>")],
    ["a program", "setup.exe", bytes("MZ")],
    ["two endings, the last one counts", "offer.pdf.exe", bytes("%PDF-")],
    ["no ending", "offer", bytes("%PDF-")],
  ])("%s is refused", (_, name, head) => expect(contentType(name, head)).toBeNull());

  it("by name alone is refused before anything is sent", () => {
    expect(isAcceptedName("x.pdf")).toBe(true);
    for (const name of ["x.html", "x.svg", "x", "x.constructor", "pdf", ".pdf/"])
      expect(isAcceptedName(name), name).toBe(false);
  });
});

describe("a size in words", () => {
  const number = (value: number, digits: number) => value.toFixed(digits);
  it.each([
    [0, "1 kB"],
    [99_999, "100 kB"],
    [100_000, "0.1 MB"],
    [3_456_789, "3.5 MB"],
    [20_000_000, "20 MB"],
  ])("%i bytes are %s", (size, text) => expect(sizeText(size, number)).toBe(text));
});
