/** A word of a sentence as it stands at the head of a column or title: with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
