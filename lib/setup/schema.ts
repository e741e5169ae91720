import { z } from "zod";
import { passwordProblem } from "@/lib/people/domain/password-rules";
import { emailField } from "@/lib/people/schema";
import { requiredText } from "@/lib/shared/text-input";

/** What the first person is asked for. */
export const setupInput = z
  .object({
    organisation: requiredText(),
    name: requiredText(),
    email: emailField,
    password: z.string(),
  })
  .superRefine((input, context) => {
    const problem = passwordProblem(input.password, input);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });
export type SetupInput = z.infer<typeof setupInput>;
