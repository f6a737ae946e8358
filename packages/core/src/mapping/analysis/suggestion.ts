import { nearestNames } from '../functions/nearest-names.ts';

const maxShown = 8;

/** `Did you mean a or b?`, or some of the existing names. Empty when there are none. */
export function suggestion(wanted: string, names: readonly string[], prefix = ''): string {
  const near = nearestNames(wanted, names);
  if (near.length > 0) return `Did you mean ${near.map((name) => `${prefix}${name}`).join(' or ')}?`;
  if (names.length === 0) return '';
  const shown = names.slice(0, maxShown).map((name) => `${prefix}${name}`);
  return `There are: ${shown.join(', ')}${names.length > shown.length ? ' and more' : ''}.`;
}
