import type { CoverageEntry } from '../coverage-entry.ts';

/** The entry whose path fits; HEAD is answered as GET. Fixed segments go before named ones, so `/users/me` is not taken for `/users/:id`. */
export function findRoute(
  coverage: readonly CoverageEntry[],
  method: string,
  pathname: string,
): CoverageEntry | undefined {
  const verb = method === 'HEAD' ? 'GET' : method;
  return coverage
    .filter((entry) => entry.method === verb && patternOf(entry.path).test(pathname))
    .toSorted((a, b) => namedSegments(a.path) - namedSegments(b.path))[0];
}

/** `/a/:id` and `/a/:file{.+\.json}` as regular expressions; `:name{…}` holds the pattern of its segment. */
function patternOf(path: string): RegExp {
  const source = path.replaceAll(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?|[.*+?^${}()|[\]\\]/g, (match, own?: string) => {
    if (!match.startsWith(':')) return `\\${match}`;
    return own === undefined ? '[^/]+' : `(?:${own})`;
  });
  return new RegExp(`^${source}/?$`);
}

function namedSegments(path: string): number {
  return path.split(':').length - 1;
}
