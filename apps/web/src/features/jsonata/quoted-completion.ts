/** What a completion in quotes replaces and inserts, given the range that was typed so far. */
export interface QuotedCompletion {
  readonly to: number;
  readonly insert: string;
}

/**
 * The editor closes a quote as soon as it is opened, and a key may already have its colon. Neither must appear twice
 * after a completion.
 */
export function quotedCompletion(text: string, from: number, to: number, insert: string): QuotedCompletion {
  const quote = text.charAt(from);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(to) === quote;
  const end = isQuoted ? to + 1 : to;
  const hasColon = /^\s*:/.test(text.slice(end));
  return { to: end, insert: hasColon ? insert.replace(/:\s*$/, '') : insert };
}
