import { hashPassword } from "@/lib/platform/auth/password";
import type { Row } from "./insert";
import { DEMO_PASSWORD, DEMO_SIGN_INS, type DemoPeople } from "./people";

/** Passwords for the three accounts the start script prints; nobody else can sign in yet. */
export async function credentialRows(people: DemoPeople): Promise<Row[]> {
  const addresses: readonly string[] = Object.values(DEMO_SIGN_INS);
  const everybody = [...people.leaders, ...people.reps];
  const accounts = everybody.filter((person) => addresses.includes(person.email));
  return Promise.all(
    accounts.map(async ({ id }) => ({
      user_id: id,
      password_hash: await hashPassword(DEMO_PASSWORD),
    })),
  );
}
