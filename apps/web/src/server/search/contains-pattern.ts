/** A LIKE pattern that matches the text literally, so that wildcards in it count as ordinary characters. */
export const containsPattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
