import type { CoverageEntry } from '../coverage-entry.ts';
import { names, treatmentOf } from './route-parameters.ts';
import type { ParameterList, Place, RouteParameters } from './route-parameters.ts';

/** A parameter that the stand-in does not follow. */
export interface RefusedParameter {
  readonly place: Place;
  readonly name: string;
  /** Whether the vendor's pages have it on this route. */
  readonly isKnown: boolean;
  /** What could be sent instead. */
  readonly allowed: readonly string[];
}

export interface SentParameters {
  readonly query: Iterable<string>;
  readonly header: Iterable<string>;
  /** The members of a JSON or form body; empty for any other body. */
  readonly body: Iterable<string>;
}

/**
 * The first parameter of a request that its route does not follow. Of the headers, only those are judged that the
 * vendor gives a meaning on any of its routes; all others belong to the transport.
 */
export function refusedParameter(
  parameters: RouteParameters,
  vendorHeaders: ReadonlySet<string>,
  sent: SentParameters,
): RefusedParameter | undefined {
  const sentNames: readonly (readonly [Place, string])[] = [
    ...[...sent.query].map((name) => ['query', name] as const),
    ...[...sent.header]
      .filter((name) => vendorHeaders.has(name.toLowerCase()))
      .map((name) => ['header', name] as const),
    ...(parameters.body === undefined ? [] : [...sent.body].map((name) => ['body', name] as const)),
  ];
  for (const [place, name] of sentNames) {
    const treatment = treatmentOf(parameters, place, name);
    if (treatment === 'implemented' || treatment === 'ignored') continue;
    return { place, name, isKnown: treatment === 'refused', allowed: names(parameters[place]?.implemented) };
  }
  return undefined;
}

/** Every header, in lower case, that the vendor gives a meaning on some route. */
export function vendorHeadersOf(coverage: readonly CoverageEntry[]): ReadonlySet<string> {
  const all = (list: ParameterList | undefined): readonly string[] => [
    ...names(list?.implemented),
    ...names(list?.refused),
    ...Object.keys(list?.ignored ?? {}),
  ];
  return new Set(coverage.flatMap((entry) => all(entry.parameters?.header)).map((name) => name.toLowerCase()));
}

/** `the query parameter “x”`, as every system's refusal words it. */
export function describeParameter({ place, name }: RefusedParameter): string {
  const kind = { query: 'query parameter', header: 'header', body: 'body member', attribute: 'attribute' }[place];
  return `the ${kind} “${name}”`;
}
