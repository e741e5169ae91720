import { describe, expect, it } from "vitest";
import { takeExportSlot, untilDone } from "@/lib/platform/export/slots";

const MINUTE = 60_000;

describe("places to export in", () => {
  it("two for a person, six in all; a stalled one is free again after ten minutes", () => {
    const taken = ["a", "a", "b", "b", "c"].map((person) => takeExportSlot(person, 0));
    expect(taken.every(Boolean)).toBe(true);
    expect(takeExportSlot("a", MINUTE)).toBeNull();
    const last = takeExportSlot("d", MINUTE);
    expect(takeExportSlot("e", MINUTE)).toBeNull();
    last?.();
    const again = takeExportSlot("e", MINUTE);
    expect(again).not.toBeNull();
    expect(takeExportSlot("a", 10 * MINUTE)).not.toBeNull();
  });

  it("are given back at the end of the rows and when the reader leaves", async () => {
    let ends = 0;
    const rows = () =>
      untilDone(
        (async function* () {
          yield 1;
          yield 2;
        })(),
        () => {
          ends += 1;
        },
      );
    for await (const _ of rows());
    for await (const _ of rows()) break;
    expect(ends).toBe(2);
  });
});
