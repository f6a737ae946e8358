/** A pattern for LIKE that matches the text as it is, so that its own wildcards count as ordinary characters. */
export const containsPattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
