/** Parts of the format that mean nothing to a reader. */
const silent: ReadonlySet<string> = new Set(['config', 'body', 'bodies']);

/**
 * The words that lead to a place that both sides changed: `/body/checks/config/rules/NO_AMOUNT` is checks, rules,
 * NO_AMOUNT.
 */
export function conflictLabel(pointer: string): string {
  const tokens = pointer.split('/').slice(1);
  const words = tokens
    .filter((token) => !silent.has(token))
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (words.length > 0) return words.join(' › ');
  return tokens.length === 0 ? 'The whole document' : 'The steps and their order';
}
