import { describe, expect, it } from "vitest";
import { passwordProblem } from "@/lib/people/domain/password-rules";

describe("passwords", () => {
  it.each([
    ["short", "passwordTooShort"],
    ["elevenchars", "passwordTooShort"],
    ["汉字也算字符一二三四", "passwordTooShort"],
    ["aaaaaaaaaaaaaa", "passwordCommon"],
    ["abababababab", "passwordCommon"],
    ["123456789012", "passwordCommon"],
    ["abcdefghijklmn", "passwordCommon"],
    ["password1234", "passwordCommon"],
    ["Password2026!", "passwordCommon"],
    ["qwertyuiop12", "passwordCommon"],
    ["woaini1314520!", "passwordCommon"],
    ["x".repeat(201), "passwordTooLong"],
  ])("%s: %s", (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it.each(["blue kettle sings", "Tr4ffic-cone-lamp", "晨光穿过窗前的旧书架一二三", "ovfw!kq29xmz"])(
    "accepts %s",
    (password) => {
      expect(passwordProblem(password)).toBeNull();
    },
  );

  it("refuses the person's own address and name, also decorated", () => {
    const account = { email: "xiaotong.lin@example.com", name: "Xiaotong Lin" };
    for (const password of ["xiaotong.lin@example.com", "xiaotonglin12", "Xiaotong-Lin!2026"]) {
      expect(passwordProblem(password, account)).toBe("passwordLikeAccount");
    }
    expect(passwordProblem("xiaotonglin12")).toBeNull();
  });
});
