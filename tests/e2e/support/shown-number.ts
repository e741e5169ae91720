const NUMBER = /(\d[\d,]*(?:\.\d+)?(?:e-?\d+)?)\s?(k|M|B|%)?/g;
const TIMES: Record<string, number> = { k: 1e3, M: 1e6, B: 1e9, "%": 0.01 };

type Read = { value: number; step: number };

/** The numbers in a text, without their signs, and by how much each may be rounded. */
function numbersIn(text: string): Read[] {
  return [...text.matchAll(NUMBER)].map(([, digits = "", unit = ""]) => {
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const times = TIMES[unit] ?? 1;
    return { value: Number(digits.replaceAll(",", "")) * times, step: times / 10 ** decimals };
  });
}

/**
 * True where every number of a text is in another one, exactly or with more digits: "¥1.2M" is shown
 * by 1,234,567.89, "42%" by 0.4213, "12 pp" by 0.1189. "<0.001" is shown by what is smaller.
 */
export function shows(all: string, text: string): boolean {
  const known = numbersIn(all);
  return numbersIn(text).every(({ value, step }) => {
    if (text.startsWith("<")) return known.some((one) => one.value <= value);
    return known.some(({ value: exact }) =>
      [exact, exact * 100, exact / 100].some((one) => Math.abs(one - value) <= step * 0.501),
    );
  });
}
