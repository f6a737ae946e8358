import type { ParameterList, RouteParameters } from '../kit/parameters/route-parameters.ts';

/** Headers that change nothing in this org, with the page that says so. */
const IGNORED_HEADERS: Readonly<Record<string, string>> = {
  'Sforce-Call-Options': 'REST API: Call Options Header (names the client; the org has no managed packages)',
  'Sforce-Auto-Assign': 'REST API: Assignment Rule Header (the org has no assignment rules)',
  'X-PrettyPrint': 'REST API: Pretty Print Header (layout of the answer only)',
};

/** Headers that some org would follow on any route and the stand-in does not. */
const REFUSED_HEADERS = 'Sforce-Duplicate-Rule-Header Sforce-Mru Package-Version';

/** A route with these headers besides the common ones, and these query parameters. */
export function rows(header: ParameterList, query: ParameterList = {}): RouteParameters {
  return {
    query,
    header: { ...header, refused: `${REFUSED_HEADERS} ${header.refused ?? ''}`, ignored: IGNORED_HEADERS },
  };
}

export const none: RouteParameters = rows({});

export const implemented = (query: string): RouteParameters => rows({}, { implemented: query });

/** Reading one record: some of its fields, and only if it changed. */
export const fields: RouteParameters = rows(
  { implemented: 'If-Match If-None-Match If-Modified-Since If-Unmodified-Since' },
  { implemented: 'fields' },
);

/** Writing up to 200 records. */
export const collection: RouteParameters = {
  ...none,
  body: { implemented: 'allOrNone records' },
};
