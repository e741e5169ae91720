import { describe, expect, it } from "vitest";
import { fieldErrorsOf, serverErrorOf } from "@/components/forms/form-errors";

describe("fieldErrorsOf", () => {
  it("reads the formatted shape with nested fields by dotted name", () => {
    const errors = fieldErrorsOf({
      _errors: ["whole"],
      name: { _errors: ["required", "second"] },
      lines: { 0: { amount: { _errors: ["tooSmall"] } } },
    });
    expect(errors).toEqual({ "": "whole", name: "required", "lines.0.amount": "tooSmall" });
  });
  it("reads the flattened shape", () => {
    const errors = fieldErrorsOf({
      formErrors: ["whole"],
      fieldErrors: { name: ["required"], other: [] },
    });
    expect(errors).toEqual({ "": "whole", name: "required" });
  });
  it("gives nothing for nothing", () => {
    expect(fieldErrorsOf(undefined)).toEqual({});
  });
});

describe("serverErrorOf", () => {
  it("takes a code, or a code with details", () => {
    expect(serverErrorOf("conflict")).toEqual({ code: "conflict" });
    const raw = { code: "tooMany", details: { seconds: 30, junk: null } };
    expect(serverErrorOf(raw)).toEqual({ code: "tooMany", values: { seconds: 30 }, raw });
  });
  it("calls anything else unexpected", () => {
    expect(serverErrorOf({ message: "x" })).toMatchObject({ code: "unexpected" });
    expect(serverErrorOf(undefined)).toBeNull();
  });
});
