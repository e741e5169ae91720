import { businessDateIn } from "@/lib/shared/business-date";

export type SignIn = { role: string; email: string; password: string };

/** The demo company lives in Shanghai; its history ends today there. */
const TIME_ZONE = "Asia/Shanghai";

// Imported late: the database client reads DATABASE_URL, which is set while the command runs.
const loaders = {
  access: () => import("@/lib/platform/db/access"),
  client: () => import("@/lib/platform/db/client"),
  demo: () => import("@/prisma/seed/demo"),
  people: () => import("@/prisma/seed/people"),
  reset: () => import("@/prisma/seed/reset"),
  setup: () => import("@/lib/setup/queries"),
};

/** Loads the demo company into an empty database, all of it or nothing. */
export async function seedIfEmpty(): Promise<string> {
  const { system } = await loaders.access();
  const { isEmptyDatabase } = await loaders.reset();
  try {
    if (!(await system("look for data", isEmptyDatabase))) return "there is data already";
    const { seedDemo } = await loaders.demo();
    await seedDemo({ asOf: businessDateIn(TIME_ZONE, new Date()) });
    return "loaded";
  } finally {
    await (await loaders.client()).disconnect();
  }
}

/** Whether somebody has to create the first admin. */
export async function isNobodyThere(): Promise<boolean> {
  const { needsSetup } = await loaders.setup();
  try {
    return await needsSetup();
  } finally {
    await (await loaders.client()).disconnect();
  }
}

/** The sign-ins to print: those of a demo company that still exist, none in a company's own database. */
export async function demoSignIns(): Promise<readonly SignIn[]> {
  const { system } = await loaders.access();
  const { DEMO_PASSWORD, DEMO_SIGN_INS } = await loaders.people();
  const emails: string[] = Object.values(DEMO_SIGN_INS);
  try {
    const present = await system("print the demo sign-ins", async (tx) => {
      const organisation = await tx.organisation.findFirst({ select: { demo: true } });
      if (!organisation?.demo) return [];
      return tx.user.findMany({
        where: { email: { in: emails }, status: "active" },
        select: { email: true },
      });
    });
    return Object.entries(DEMO_SIGN_INS)
      .filter(([, email]) => present.some((user) => user.email === email))
      .map(([role, email]) => ({ role, email, password: DEMO_PASSWORD }));
  } finally {
    await (await loaders.client()).disconnect();
  }
}
