import "server-only";
import { may } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import { unitChoices } from "@/lib/platform/db/unit-choices";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { findForEdit } from "../data/customers";
import { segmentChoices } from "../data/segments";
import { sectorChoices } from "../sql/find-customer";

/** What the form of a new customer offers; `parentId` where it is a child of one the person sees. */
export function newCustomerForm(scope: Scope, parentId?: string) {
  return read(scope, async (tx) => ({
    segments: (await segmentChoices(tx)).filter(({ active }) => active),
    sectors: await sectorChoices(tx),
    units: await unitChoices(tx, scope),
    parent: parentId ? await findForEdit(tx, parentId).catch(() => null) : null,
  }));
}

/** The same for a customer that exists. @throws NotFoundError, also where it may not be changed */
export function editCustomerForm(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const customer = await findForEdit(tx, id);
    if (!may(scope, "customer.write", customer)) throw new NotFoundError();
    const segments = await segmentChoices(tx);
    return {
      customer,
      segments: segments.filter((one) => one.active || one.id === customer.segmentId),
      sectors: await sectorChoices(tx),
      units: await unitChoices(tx, scope),
    };
  });
}
