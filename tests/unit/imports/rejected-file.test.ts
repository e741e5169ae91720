import { describe, expect, it } from "vitest";
import { rejectedFile } from "@/lib/imports/domain/rejected-file";

const rejection = {
  file: "a.csv",
  kind: "deals",
  column: "x",
  value: "",
  reason: "required",
} as const;

describe("rejectedFile", () => {
  it("keeps columns and delimiter and writes a row once with all its reasons", () => {
    const file = { name: "a.csv", header: ["a", "b"], delimiter: ";" };
    const rows = [
      { ...rejection, row: 2, cells: ["1;2", 'say "hi"'] },
      { ...rejection, row: 2, kind: "sales", column: "y", cells: ["1;2", 'say "hi"'] },
      { ...rejection, row: 5, file: "other.csv", cells: ["9", "9"] },
    ];
    expect(rejectedFile(file, rows, ({ column }) => `${column} blank`)).toBe(
      '\ufeffa;b;_rejected\r\n"1;2";"say ""hi""";"x blank; y blank"\r\n',
    );
  });

  it("replaces the reasons of a file that has been through before", () => {
    const file = { name: "a.csv", header: ["a", "_rejected"], delimiter: "," };
    const rows = [{ ...rejection, row: 2, cells: ["1", "old reason"] }];
    expect(rejectedFile(file, rows, () => "new")).toBe("\ufeffa,_rejected\r\n1,new\r\n");
  });

  it("fills up short rows and keeps long ones whole", () => {
    const file = { name: "a.csv", header: ["a", "b"], delimiter: "," };
    const rows = [
      { ...rejection, row: 2, cells: ["1"] },
      { ...rejection, row: 3, cells: ["1", "2", "3"] },
    ];
    expect(rejectedFile(file, rows, () => "why")).toBe(
      "\ufeffa,b,_rejected\r\n1,,why\r\n1,2,3,why\r\n",
    );
  });
});
