import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import { STARTER_THEMES } from "../domain/starter-themes";
import { type ThemeTagger, themeTagger } from "../domain/suggest-themes";
import type { ThemeInput } from "../schema";

/** Every theme by name, with its words and how much feedback has it. */
export async function allThemes(tx: Tx) {
  const rows = await tx.feedbackTheme.findMany({
    orderBy: [{ name: "asc" }],
    include: { _count: { select: { tags: true } } },
  });
  return rows.map(({ _count, createdAt: _, updatedAt: __, ...row }) => ({
    ...row,
    used: _count.tags,
  }));
}
export type ThemeRecord = Awaited<ReturnType<typeof allThemes>>[number];

/** The themes in use, to choose from. */
export function themeChoices(tx: Tx) {
  return tx.feedbackTheme.findMany({
    where: { active: true },
    orderBy: { name: "asc" },
    select: { id: true, name: true, nameEn: true },
  });
}

/** What suggests themes by the words as they are now. */
export async function currentTagger(tx: Tx): Promise<ThemeTagger> {
  const themes = await tx.feedbackTheme.findMany({
    where: { active: true },
    select: { id: true, words: true, wordsEn: true },
  });
  return themeTagger(themes);
}

/** Replaces the themes of a piece of feedback. */
export async function setTags(tx: Tx, feedbackId: string, themeIds: string[]): Promise<void> {
  await tx.feedbackTag.deleteMany({ where: { feedbackId, themeId: { notIn: themeIds } } });
  await tx.feedbackTag.createMany({
    data: themeIds.map((themeId) => ({ feedbackId, themeId })),
    skipDuplicates: true,
  });
}

/** The themes a new company starts with; those that are there already stay as they are. */
export async function insertStarterThemes(tx: Tx): Promise<void> {
  const data = STARTER_THEMES.map(({ key: _, off, words, wordsEn, ...names }) => ({
    ...names,
    words: [...words],
    wordsEn: [...wordsEn],
    active: !off,
  }));
  await tx.feedbackTheme.createMany({ data, skipDuplicates: true });
}

/** @throws AppError nameTaken */
export async function insertTheme(tx: Tx, data: ThemeInput): Promise<void> {
  await orTaken("nameTaken", tx.feedbackTheme.create({ data, select: { id: true } }));
}

async function findTheme(tx: Tx, id: string) {
  const theme = await tx.feedbackTheme.findUnique({
    where: { id },
    include: { _count: { select: { tags: true } } },
  });
  if (!theme) throw new NotFoundError();
  return theme;
}

/** Saves what an editor saw at `version`. @throws ConflictError, AppError nameTaken */
export async function updateTheme(
  tx: Tx,
  { id, version, ...input }: ThemeInput & { id: string; version: number },
): Promise<void> {
  const saving = tx.feedbackTheme.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if ((await orTaken("nameTaken", saving)).count === 1) return;
  const { name, nameEn, words, wordsEn, version: now } = await findTheme(tx, id);
  throw new ConflictError({
    name,
    nameEn,
    words: words.join(", "),
    wordsEn: wordsEn.join(", "),
    version: now,
  });
}

export async function setThemeActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findTheme(tx, id);
  await tx.feedbackTheme.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/** @throws AppError themeInUse */
export async function deleteTheme(tx: Tx, id: string): Promise<void> {
  const { _count } = await findTheme(tx, id);
  if (_count.tags > 0) throw new AppError("themeInUse", { count: _count.tags });
  await tx.feedbackTheme.delete({ where: { id }, select: { id: true } });
}

const BATCH = 500;

/**
 * Suggests themes anew for all feedback nobody has confirmed the themes of, after words have changed.
 * Answers with how many pieces have other themes now.
 */
export async function suggestAgain(tx: Tx): Promise<number> {
  const tag = await currentTagger(tx);
  let changed = 0;
  let after: string | undefined;
  for (;;) {
    const batch = await tx.feedback.findMany({
      where: {
        themesConfirmedAt: null,
        text: { not: null },
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, text: true, tags: { select: { themeId: true } } },
    });
    const stale = batch
      .map(({ id, text, tags }) => ({
        id,
        before: tags.map((t) => t.themeId),
        now: tag(text ?? ""),
      }))
      .filter(
        ({ before, now }) => before.length !== now.length || now.some((id) => !before.includes(id)),
      );
    changed += stale.length;
    await tx.feedbackTag.deleteMany({ where: { feedbackId: { in: stale.map(({ id }) => id) } } });
    await tx.feedbackTag.createMany({
      data: stale.flatMap(({ id, now }) => now.map((themeId) => ({ feedbackId: id, themeId }))),
    });
    after = batch.at(-1)?.id;
    if (batch.length < BATCH) return changed;
  }
}
