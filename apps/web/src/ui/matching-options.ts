export interface ComboboxOption {
  readonly value: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** Stands before all others if it contains what was typed. */
  readonly isPreferred?: boolean;
}

/**
 * The options that contain what was typed, the nearest first: the one that is exactly this, then those that begin with it,
 * then those that only contain it. Of a path such as `$trigger.Account.Name`, the last name counts as well as the whole.
 * What is equally near stays in order.
 */
export function matchingOptions(options: readonly ComboboxOption[], typed: string): readonly ComboboxOption[] {
  return options
    .map((option) => ({ option, distance: distanceOf(option, typed) }))
    .filter(({ distance }) => distance < nowhere)
    .toSorted((one, other) => one.distance - other.distance)
    .map(({ option }) => option);
}

const nowhere = 5;

function distanceOf({ value, hint = '', detail = '', isPreferred = false }: ComboboxOption, typed: string): number {
  if (isPreferred && value.toLowerCase().includes(typed.toLowerCase())) return -1;
  const names = [value, value.slice(value.lastIndexOf('.') + 1)];
  if (names.includes(typed)) return 0;
  const wanted = typed.toLowerCase();
  const lower = names.map((name) => name.toLowerCase());
  if (lower.includes(wanted)) return 1;
  if (lower.some((name) => name.startsWith(wanted))) return 2;
  if (value.toLowerCase().includes(wanted)) return 3;
  return [hint, detail].some((text) => text.toLowerCase().includes(wanted)) ? 4 : nowhere;
}
