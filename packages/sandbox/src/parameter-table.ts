import type { CoverageEntry } from './kit/coverage-entry.ts';
import { PLACES, names } from './kit/parameters/route-parameters.ts';
import type { ParameterList } from './kit/parameters/route-parameters.ts';

/** What a stand-in does with every parameter of every route, as a Markdown page. */
export function parameterTable(system: string, coverage: readonly CoverageEntry[]): string {
  const rows = distinct(coverage).flatMap((entry) => rowsOf(entry));
  return [
    `# Parameters of the ${system} stand-in`,
    '',
    'Generated from `coverage.ts`; `pnpm vitest run --project unit packages/sandbox/src/parameter-table.test.ts -u` writes it',
    'again. A parameter that is not listed is refused too, and so is everything in the column *refused*: the vendor has it, the',
    'stand-in does not. The vendor takes what is in the column *ignored* and does nothing with it; the page that says so is in brackets.',
    '',
    '| route | in | implemented | refused | ignored | evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** A path with and without `.json` or a slash at its end is one route of the vendor. */
function distinct(coverage: readonly CoverageEntry[]): CoverageEntry[] {
  const byRoute = Map.groupBy(coverage, ({ method, path }) => `${method} ${path.replace(/(?:\.json|\/)$/, '')}`);
  return [...byRoute.values()].flatMap((same) => same.slice(0, 1));
}

function rowsOf(entry: CoverageEntry): string[] {
  const route = `${entry.method} ${entry.path.replace(/(?:\.json|\/)$/, '')}`;
  if (entry.status === 'not-implemented') return [row(route, '', '', 'the whole route', '', entry.doc)];
  const { parameters, doc } = entry;
  const listed = PLACES.filter((place) => !isEmpty(parameters[place]));
  if (listed.length === 0) return [row(route, 'query', '', '', '', doc)];
  return listed.map((place) => {
    const { implemented, refused, ignored = {} } = parameters[place] ?? {};
    const passed = Object.entries(ignored).map(([name, page]) => `${name} (${page})`);
    return row(route, place, names(implemented).join(', '), names(refused).join(', '), passed.join('; '), doc);
  });
}

function isEmpty(list: ParameterList | undefined): boolean {
  return [...names(list?.implemented), ...names(list?.refused), ...Object.keys(list?.ignored ?? {})].length === 0;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
