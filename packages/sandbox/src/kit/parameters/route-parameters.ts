/** Where a request carries a parameter. `attribute` is a member of the record that a write sends. */
export const PLACES = ['query', 'header', 'body', 'attribute'] as const;
export type Place = (typeof PLACES)[number];

/** What a stand-in does with the parameters of one place. Lists are names with spaces between them. */
export interface ParameterList {
  readonly implemented?: string;
  /** The vendor has them and the stand-in does not. Asking for one is refused in the vendor's error shape. */
  readonly refused?: string;
  /** The vendor takes them and does nothing with them: name → the page that says so. */
  readonly ignored?: Readonly<Record<string, string>>;
}

/**
 * The parameters of one route. Whatever is not listed is refused too, even where the vendor would ignore it, because a
 * parameter that changes nothing hides the fault of whoever sent it.
 */
export type RouteParameters = Readonly<Partial<Record<Place, ParameterList>>>;

export type Treatment = 'implemented' | 'refused' | 'ignored' | 'undeclared';

/** Header names are compared without case; everything else exactly. */
export function treatmentOf(parameters: RouteParameters, place: Place, name: string): Treatment {
  const list = parameters[place] ?? {};
  const is = (each: string): boolean =>
    place === 'header' ? each.toLowerCase() === name.toLowerCase() : each === name;
  if (names(list.implemented).some(is)) return 'implemented';
  if (Object.keys(list.ignored ?? {}).some(is)) return 'ignored';
  return names(list.refused).some(is) ? 'refused' : 'undeclared';
}

/** The names of a list, e.g. `page per_page`. */
export function names(list: string | undefined): readonly string[] {
  return (list ?? '').split(/\s+/).filter((each) => each !== '');
}
