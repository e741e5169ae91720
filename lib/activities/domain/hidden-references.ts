type Named = { dealId: string | null; customerId: string | null };

/** What a follow-up names and its editor does not see: a form cannot hold it, so saving keeps it. */
export function hiddenReferences(
  { dealId, customerId }: Named,
  seen: { deal: boolean; customer: boolean },
): Named {
  return {
    dealId: seen.deal ? null : dealId,
    customerId: seen.customer ? null : customerId,
  };
}
