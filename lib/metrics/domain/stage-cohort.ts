/**
 * An entry into a stage is mature when it is at least this many days old, and it went on when it did
 * so within as many: each entry has had the same time, so young ones do not lower the rate.
 */
export const MATURE_DAYS = 90;
