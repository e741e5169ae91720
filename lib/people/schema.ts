import { z } from "zod";
import { passwordProblem } from "@/lib/people/domain/password-rules";
import { UNIT_TYPES } from "@/lib/people/domain/unit-tree";
import { isBusinessDate } from "@/lib/shared/business-date";
import { idParam, pageParams, param, textParam } from "@/lib/shared/list-params";
import { ROLES } from "@/lib/shared/role";
import { namesInput, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";

const id = z.guid();

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "tooLong" })
  .pipe(z.email({ error: "emailInvalid" }));
const optionalEmail = z.union([z.literal("").transform(() => null), z.null(), emailField]);
const date = z
  .string()
  .refine(isBusinessDate, { error: "dateInvalid" })
  .refine((day) => day >= "1900-01-01" && day < "2200-01-01", { error: "dateInvalid" });
const optionalId = z.union([z.literal("").transform(() => null), z.null(), id]);

/** Reports the password's problem beside its field. */
function goodPassword(
  input: { password: string; email?: string | null; name?: string },
  context: z.RefinementCtx,
): void {
  const problem = passwordProblem(input.password, input);
  if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
}

const password = z.string();
const secret = z.string().min(20).max(100);

export const acceptInvitationInput = z
  .object({ secret, name: requiredText(), password })
  .superRefine(goodPassword);
export const resetPasswordInput = z.object({ secret, password }).superRefine(goodPassword);
export const requestResetInput = z.object({ email: emailField });
export const changePasswordInput = z
  .object({ current: z.string().min(1, { error: "required" }).max(200), password })
  .superRefine(goodPassword);

export const newUserInput = z.object({
  ...namesInput,
  email: optionalEmail,
  role: z.enum(ROLES),
  unitId: optionalId,
  managedUnitId: optionalId,
  from: date,
});
export const editUserInput = z.object({
  id,
  version,
  ...namesInput,
  email: optionalEmail,
  role: z.enum(ROLES),
});
export const userInput = z.object({ id });
export const moveUserInput = z.object({ id, unitId: optionalId, from: date });
export const manageUnitInput = z.object({ id, unitId: id, from: date });

export const newUnitInput = z.object({
  ...namesInput,
  type: z.enum(UNIT_TYPES),
  /** A company hangs below nothing. */
  parentId: optionalId,
});
export const editUnitInput = z.object({ id, version, ...namesInput });
export const moveUnitInput = z.object({ id, parentId: id, from: date });
export const unitManagerInput = z.object({ id, userId: optionalId, from: date });
export const unitInput = z.object({ id });

export const profileInput = z.object({ version, ...namesInput });
export const preferencesInput = z.object({
  locale: z.enum(["zh-CN", "en"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
});
export const newTokenInput = z.object({
  name: requiredText(80),
  /** Days until it ends; 0 for no end. */
  days: z.preprocess(
    (days) => (days === "" ? undefined : days),
    z.coerce.number({ error: "required" }).int().min(0).max(3650),
  ),
});
export const tokenInput = z.object({ id });

/** Columns the list of users can be sorted by. */
export const USER_COLUMNS = ["name", "email", "role", "status", "unit", "lastSignIn"] as const;
export const userListParams = z.object({
  ...pageParams(USER_COLUMNS),
  q: textParam,
  role: param(z.enum(ROLES)),
  status: param(z.enum(["invited", "active", "disabled", "resetRequested"])),
  unit: idParam,
});
export type UserListParams = z.infer<typeof userListParams>;
