import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NotFoundError } from "@/lib/platform/errors";

/** For pages: shows "not found" where the record does not exist or may not be seen. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** The id in an address; "not found" for what cannot be one. */
export function idOrNotFound(id: string): string {
  const parsed = z.guid().safeParse(id);
  return parsed.success ? parsed.data : notFound();
}
