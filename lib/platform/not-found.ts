import "server-only";
import { notFound } from "next/navigation";
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
