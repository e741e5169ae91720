/**
 * An outcome the person can do something about. `code` is a key of the `errors` messages; the
 * browser translates it. Anything else that is thrown is a bug and reaches nobody as text.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly details?: Record<string, string | number>,
  ) {
    super(code);
    this.name = "AppError";
  }
}

/** The same at one field of the form that was sent. */
export class FieldError extends AppError {
  constructor(
    readonly field: string,
    code: string,
  ) {
    super(code);
  }
}

/** Where a record does not exist or may not be seen: the same answer for both. */
export class NotFoundError extends AppError {
  constructor() {
    super("notFound");
  }
}

export class ForbiddenError extends AppError {
  constructor() {
    super("forbidden");
  }
}

/** A stale save: somebody changed the record since the form was opened. `current` is what it is now. */
export class ConflictError extends AppError {
  constructor(readonly current: Record<string, string | number | null>) {
    super("conflict");
  }
}
