import "server-only";
import { insertStarterThemes } from "@/lib/feedback/data/themes";
import { anyCredential, setPassword } from "@/lib/people/data/credentials";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { type NewOrganisation, seedDefaults } from "@/lib/settings/data/defaults";
import type { SetupInput } from "./schema";

type FirstAdmin = Omit<SetupInput, "password"> & { passwordHash: string; locale: string };

/**
 * The organisation, its top unit and the first admin, once: of two people who send the first-run
 * page at the same time the second is refused. An organisation already there (imported) is kept.
 * @throws AppError setupDone
 */
export async function createFirstAdmin(tx: Tx, first: FirstAdmin): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeloop first run'))`;
  if (await anyCredential(tx)) throw new AppError("setupDone");
  await ensureOrganisation(tx, organisationFor(first));
  await insertStarterThemes(tx);
  const top = await topUnit(tx, first.organisation);
  const user = await tx.user.upsert({
    where: { email: first.email },
    create: { name: first.name, email: first.email, role: "admin", status: "active" },
    update: { name: first.name, role: "admin", status: "active" },
    select: { id: true },
  });
  const belongs = await tx.assignment.count({ where: { userId: user.id, kind: "member" } });
  if (belongs === 0) {
    await tx.assignment.create({ data: { userId: user.id, unitId: top, kind: "member" } });
  }
  await setPassword(tx, user.id, first.passwordHash);
  return user.id;
}

/** The organisation's settings where there are none yet; people change them later. */
export async function ensureOrganisation(
  tx: Tx,
  organisation: NewOrganisation = organisationFor({ organisation: "Closeloop", locale: "en" }),
): Promise<void> {
  if ((await tx.organisation.count()) === 0) await seedDefaults(tx, organisation);
}

async function topUnit(tx: Tx, name: string): Promise<string> {
  const company = await tx.unit.findFirst({ where: { type: "company" }, select: { id: true } });
  if (company) return company.id;
  const created = await tx.unit.create({ data: { name, type: "company" }, select: { id: true } });
  return created.id;
}

/** Chinese and international habits differ; all of it can be changed in the settings. */
function organisationFor({
  organisation,
  locale,
}: Pick<FirstAdmin, "organisation" | "locale">): NewOrganisation {
  const chinese = locale === "zh-CN";
  return {
    name: organisation,
    nameEn: null,
    baseCurrency: chinese ? "CNY" : "USD",
    timeZone: chinese ? "Asia/Shanghai" : "UTC",
    fiscalYearStartMonth: 1,
    riseColour: chinese ? "red" : "green",
    demo: false,
  };
}
