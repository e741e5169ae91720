import "server-only";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import {
  latestProfiles,
  mayProfile,
  type ProfileRecord,
  profileVersions,
  type Subject,
} from "../data/buying-profiles";
import { contactsOf } from "../data/contacts";
import { countMotives, rollUpDrivers } from "../domain/buying-profile";

/** The contacts a profile can name. */
async function choosable(tx: Tx, customerId: string | null) {
  if (customerId === null) return [];
  const contacts = await contactsOf(tx, customerId);
  return contacts.filter(({ active }) => active);
}

/** The buying profile of a deal: its latest version, the earlier ones, and what the form needs. */
export function dealProfile(scope: Scope, deal: { id: string; customerId: string | null }) {
  const subject: Subject = { dealId: deal.id };
  return read(scope, async (tx) => ({
    versions: await profileVersions(tx, subject),
    contacts: await choosable(tx, deal.customerId),
    editable: await mayProfile(tx, subject),
  }));
}

/** The buying profile of a customer: what its deals and its own say together. */
export function customerProfile(scope: Scope, customerId: string) {
  return read(scope, async (tx) => {
    const latest: ProfileRecord[] = await latestProfiles(tx, customerId);
    return {
      latest,
      drivers: rollUpDrivers(latest.map(({ drivers }) => drivers)),
      motives: countMotives(latest.map(({ motive }) => motive)),
      versions: await profileVersions(tx, { customerId }),
      contacts: await choosable(tx, customerId),
      editable: await mayProfile(tx, { customerId }),
    };
  });
}
