// npm run user -- create --email E --name N --role admin|manager|rep [--unit U] --password-stdin
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { z } from "zod";
import { passwordProblem } from "@/lib/people/domain/password-rules";
import { emailField } from "@/lib/people/schema";
import { ROLES } from "@/lib/shared/role";
import { PlainFailure } from "./progress.mjs";
import { runOnDatabase } from "./steps/command-database";

const usage = `npm run user -- create --email E --name N --role admin|manager|rep [--unit U] --password-stdin
  --unit             name or id of the unit; a manager runs it from today, a rep belongs to it
  --password-stdin   reads the password from standard input, e.g. < password.txt`;

/** The operator may set a short password, for a trial; people who choose their own may not. */
const OPERATORS_MINIMUM = 8;

const input = z.object({
  email: emailField,
  name: z.string().trim().min(1).max(200),
  role: z.enum(ROLES),
  unit: z.string().trim().min(1).optional(),
  "password-stdin": z.literal(true),
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        email: { type: "string" },
        name: { type: "string" },
        role: { type: "string" },
        unit: { type: "string" },
        "password-stdin": { type: "boolean" },
      },
    });
    if (positionals.length !== 1 || positionals[0] !== "create") throw new PlainFailure(usage);
    const parsed = input.safeParse(values);
    if (parsed.success) return parsed.data;
    const wrong = parsed.error.issues.map((issue) => `--${issue.path.join(".")}`);
    throw new PlainFailure(`Missing or wrong: ${[...new Set(wrong)].join(", ")}\n\n${usage}`);
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

async function readPassword(account: { email: string; name: string }): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if ([...password].length < OPERATORS_MINIMUM) {
    throw new PlainFailure(`The password needs at least ${OPERATORS_MINIMUM} characters.`);
  }
  if (passwordProblem(password, account)) {
    console.error("This password is weak; please change it after signing in.");
  }
  return password;
}

runOnDatabase(async () => {
  const { unit, ...account } = readArguments();
  const password = await readPassword(account);
  const [{ system }, { createAccount, unitNamed }, { hashPassword }, { ensureOrganisation }] =
    await Promise.all([
      import("@/lib/platform/db/access"),
      import("@/lib/people/data/accounts"),
      import("@/lib/platform/auth/password"),
      import("@/lib/setup/data"),
    ]);
  const passwordHash = await hashPassword(password);
  await system("create a user from the command line", async (tx) => {
    await ensureOrganisation(tx);
    const unitId = unit ? await unitNamed(tx, unit) : null;
    await createAccount(tx, { ...account, unitId, passwordHash });
  });
  console.log(`${account.email} can sign in as ${account.role}.`);
});
