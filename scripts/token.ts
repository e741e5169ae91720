// npm run token -- create --user EMAIL [--name N] [--days D]
import { parseArgs } from "node:util";
import { z } from "zod";
import { emailField } from "@/lib/people/schema";
import { PlainFailure } from "./progress.mjs";
import { runOnDatabase } from "./steps/command-database";

const usage = `npm run token -- create --user EMAIL [--name N] [--days D]
  --name   what the token is for; default "command line"
  --days   days until it ends; default 0, it does not end
Prints the token alone on the last line. It cannot be shown again.`;

const input = z.object({
  user: emailField,
  name: z.string().trim().min(1).max(80).default("command line"),
  days: z.coerce.number().int().min(0).max(3650).default(0),
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        user: { type: "string" },
        name: { type: "string" },
        days: { type: "string" },
      },
    });
    const parsed = input.safeParse(values);
    if (positionals.length === 1 && positionals[0] === "create" && parsed.success) {
      return parsed.data;
    }
  } catch (error) {
    throw new PlainFailure(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
  throw new PlainFailure(usage);
}

runOnDatabase(async () => {
  const { user: email, name, days } = readArguments();
  const [{ system }, { activePersonWith }, { insertToken }] = await Promise.all([
    import("@/lib/platform/db/access"),
    import("@/lib/people/data/accounts"),
    import("@/lib/people/data/api-tokens"),
  ]);
  const expiresAt = days > 0 ? new Date(Date.now() + days * 86_400_000) : null;
  const token = await system("create a token from the command line", async (tx) => {
    const userId = await activePersonWith(tx, email);
    if (!userId) throw new PlainFailure(`Nobody who can sign in has the e-mail ${email}.`);
    return insertToken(tx, { userId, name, expiresAt });
  });
  console.error(`Personal token of ${email} (cannot be shown again):`);
  console.log(token);
});
