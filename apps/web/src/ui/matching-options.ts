export interface ComboboxOption {
  readonly value: string;
  /** What people call the option, from the outside inwards: the step, then its fields. It is shown above the value. */
  readonly names?: readonly string[];
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** Stands before all others if it contains what was typed. */
  readonly isPreferred?: boolean;
  /** Rarely meant: even a name that is exactly what was typed stands behind all names that contain it. */
  readonly isMinor?: boolean;
}

/**
 * The options that contain what was typed, the nearest first: the one that is exactly this, then those that begin with it,
 * then those that only contain it. Of a path such as `$trigger.Account.Name`, the last name counts as well as the whole.
 * Several words are found in any order. What is equally near stays in order.
 */
export function matchingOptions(options: readonly ComboboxOption[], typed: string): readonly ComboboxOption[] {
  return options
    .map((option) => ({ option, distance: distanceOf(option, typed) }))
    .filter(({ distance }) => distance < nowhere)
    .toSorted((one, other) => one.distance - other.distance)
    .map(({ option }) => option);
}

const elsewhere = 4;
const nowhere = 7;

function distanceOf(option: ComboboxOption, typed: string): number {
  const { value, isPreferred = false, isMinor = false } = option;
  if (isPreferred && value.toLowerCase().includes(typed.toLowerCase())) return -1;
  const distance = nearness(option, typed);
  return isMinor ? Math.max(distance, elsewhere) : distance;
}

function nearness({ value, names = [], hint = '', detail = '' }: ComboboxOption, typed: string): number {
  const own = [value, value.slice(value.lastIndexOf('.') + 1), ...names.slice(-1)];
  const wanted = typed.toLowerCase();
  const lower = own.map((name) => name.toLowerCase());
  // Whoever types small letters only says nothing about capitals.
  if ((wanted === typed ? lower : own).includes(typed)) return 0;
  if (lower.includes(wanted)) return 1;
  if (lower.some((name) => name.startsWith(wanted))) return 2;
  if (lower.slice(1).some((name) => name.includes(wanted))) return 3;
  if ([value, ...names].some((name) => name.toLowerCase().includes(wanted))) return elsewhere;
  if ([hint, detail].some((text) => text.toLowerCase().includes(wanted))) return 5;
  const everything = [value, ...names, hint, detail].join('\n').toLowerCase();
  return wanted.split(/\s+/).every((word) => everything.includes(word)) ? 6 : nowhere;
}
