/** A name in the organisation's language and, where known, in English. */
export type Named = { name: string; nameEn: string | null };

/** What another record refers to. */
export type Reference = Named & { id: string };
