import "server-only";
import { listContext } from "@/lib/lists/data";
import { may } from "@/lib/people/domain/permissions";
import { read, type Tx } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { isId } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Period } from "@/lib/shared/period";
import type { SearchHit } from "@/lib/shared/search-hit";
import { findCompetitor, noteChoices } from "./data";
import type { MarketNote } from "./domain/note";
import type { NoteListParams } from "./schema";
import {
  findNote,
  listNotes,
  noteListSql,
  noteMarkers,
  noteRow,
  noteTotals,
} from "./sql/list-notes";
import { searchNotes } from "./sql/search-notes";

/** One page of the list of market notes with its totals, in one snapshot. */
export function noteList(scope: Scope, params: NoteListParams) {
  return read(scope, async (tx) => ({
    ...(await listContext(tx, scope, params)),
    rows: await listNotes(tx, params),
    totals: await noteTotals(tx, params),
    choices: await noteChoices(tx),
  }));
}

/** Market notes whose title or words contain the text, for the search over everything. */
export async function findNotes(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const notes = await read(scope, (tx) => searchNotes(tx, text, limit));
  return notes.map(({ id, title, competitor }) => ({
    kind: "note",
    value: id,
    label: title,
    hint: competitor ? localName(competitor, locale) : undefined,
    href: `/market/${id}`,
  }));
}

/** The notes a chart over the period can mark. */
export function chartNotes(scope: Scope, period: Period) {
  return read(scope, (tx) => noteMarkers(tx, period));
}

/** The latest hundred notes of the filter, for a timeline. */
export function noteTimeline(scope: Scope, params: NoteListParams) {
  return read(scope, async (tx) => ({
    notes: await listNotes(tx, { ...params, sort: "-happenedOn", size: 100, page: 1 }),
    totals: await noteTotals(tx, params),
  }));
}

async function formContext(tx: Tx) {
  const { organisation, today } = await businessContext(tx);
  return { ...(await noteChoices(tx)), today, currency: organisation.baseCurrency };
}

/** What the form for a new note offers. */
export function newNote(scope: Scope) {
  return read(scope, formContext);
}

/** One note, and whether the reader may change it. @throws NotFoundError */
export function noteDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const note = await findNote(tx, id);
    if (!note) throw new NotFoundError();
    const subject = { ownerId: note.author.id, unitId: note.authorUnitId };
    return { note, writable: may(scope, "market.write", subject), ...(await formContext(tx)) };
  });
}

/** A competitor with what is noted of it and its price points, the latest first. @throws NotFoundError */
export function competitorPage(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    if (!isId(id)) throw new NotFoundError();
    const { organisation, today } = await businessContext(tx);
    const notes = await listNotes(tx, { competitor: [id], sort: "-happenedOn", size: 50 });
    return {
      competitor: await findCompetitor(tx, id),
      notes,
      totals: await noteTotals(tx, { competitor: [id] }),
      prices: notes.filter((note) => note.price !== null),
      currency: organisation.baseCurrency,
      today,
    };
  });
}

/** Hands over every row of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachNote(
  scope: Scope,
  params: NoteListParams,
  use: (rows: readonly MarketNote[]) => Promise<void>,
): Promise<void> {
  return read(scope, (tx) => eachRow(tx, noteListSql(params), noteRow, use), EXPORT_TIMEOUT);
}
