/** A theme with the words that suggest it: Chinese ones in `words`, all others in `wordsEn`. */
export type ThemeWords = { id: string; words: readonly string[]; wordsEn: readonly string[] };

/** The themes a text suggests, in the order they were given. */
export type ThemeTagger = (text: string) => string[];

const HAN = /\p{Script=Han}/u;
/** Before a Chinese word of one character these only strengthen it: 太慢, 很贵. */
const STRONGER = /^[太很真好挺最更够超特老]/u;
/** And after it these say nothing: 太贵了. */
const PARTICLES = /[了啦啊呀吧的]+$/u;

/** Singular of an English word: plates → plate, dishes → dish, priced stays. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Lower-case words in the singular between spaces, so that whole words can be looked for. */
function plain(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?\*?/gu) ?? [];
  const bare = words.map((word) => singular(word.replace(/['’]s$/u, "")));
  return ` ${bare.join(" ")} `;
}

/** `pric*` finds every word that begins like it; everything else whole words only. */
function hasWord(text: string, word: string): boolean {
  const sought = plain(word).trimEnd();
  if (sought.trim() === "") return false;
  return sought.endsWith("*") ? text.includes(sought.slice(0, -1)) : text.includes(`${sought} `);
}

type Segmented = { text: string; starts: Set<number>; segmentAt: (index: number) => string };

/** A Chinese text cut into words. */
function segmented(text: string): Segmented {
  const segments = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)];
  const starts = new Set([...segments.map(({ index }) => index), text.length]);
  const segmentAt = (at: number) => segments.findLast(({ index }) => index <= at)?.segment ?? "";
  return { text, starts, segmentAt };
}

/**
 * Does the word stand at this place? It begins or ends where a word of the text does (好吃 in 挺好|吃),
 * or is part of one longer word (服务 in 服务员); never the end of one and the start of the next (上门
 * in 晚上|门口). A single character is a word of its own, or one that is only strengthened: 贵 in 太贵,
 * not in 贵宾.
 */
function standsAt({ starts, segmentAt }: Segmented, word: string, at: number): boolean {
  const [begins, ends] = [starts.has(at), starts.has(at + word.length)];
  if (begins && ends) return true;
  const around = segmentAt(at);
  if ([...word].length === 1)
    return [around, around.replace(STRONGER, "")].some((w) => w.replace(PARTICLES, "") === word);
  return begins || ends || around.includes(word);
}

function hasChinese(cut: Segmented, word: string): boolean {
  for (let at = cut.text.indexOf(word); at >= 0; at = cut.text.indexOf(word, at + 1))
    if (standsAt(cut, word, at)) return true;
  return false;
}

/**
 * Suggests themes by their words, offline: whole words in the singular for English, segmented by
 * `Intl.Segmenter` for Chinese. A text may mix both. One word of a theme is enough.
 */
export function themeTagger(themes: readonly ThemeWords[]): ThemeTagger {
  const tidy = (words: readonly string[]) =>
    words.map((word) => word.normalize("NFKC").trim()).filter((word) => word !== "");
  const lists = themes.map(({ id, words, wordsEn }) => {
    const all = [...tidy(words), ...tidy(wordsEn)];
    const [han, other] = [all.filter((w) => HAN.test(w)), all.filter((w) => !HAN.test(w))];
    return { id, han: han.map((word) => word.replace(/\s+/g, "")), other };
  });
  return (text) => {
    const normal = text.normalize("NFKC");
    const latin = plain(normal);
    const chinese = HAN.test(normal) ? segmented(normal) : null;
    return lists
      .filter(
        ({ han, other }) =>
          other.some((word) => hasWord(latin, word)) ||
          (chinese !== null && han.some((word) => hasChinese(chinese, word))),
      )
      .map(({ id }) => id);
  };
}
