/** A pattern for LIKE that holds the text as it stands: its own wildcards count as letters. */
export const containsPattern = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
