import { AppError } from "@/lib/platform/errors";
import { Prisma } from "./generated/client";

/**
 * Runs a write; a value that must be unique and is taken becomes an expected failure.
 * @throws AppError with `code` on a unique violation
 */
export async function orTaken<T>(code: string, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new AppError(code);
    }
    throw error;
  }
}

/**
 * Runs a deletion; a record that others still name becomes an expected failure.
 * @throws AppError with `code` on a foreign key violation
 */
export async function orInUse<T>(code: string, deleting: Promise<T>): Promise<T> {
  try {
    return await deleting;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") {
      throw new AppError(code);
    }
    throw error;
  }
}
