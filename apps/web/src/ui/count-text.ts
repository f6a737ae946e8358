/** `1 event`, `2 events`: a number with a noun whose plural ends in s. */
export const countText = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
