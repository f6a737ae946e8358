import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One expression of the official JSONata test suite, named `group/file#index`. */
export interface SuiteCase {
  readonly name: string;
  readonly text: string;
  /** Its own data or one of the suite's data sets. Do not change it. */
  readonly input: unknown;
  /** Variables, without the `$`. */
  readonly bindings: Readonly<Record<string, unknown>>;
  readonly expected: SuiteExpectation;
  /** Milliseconds the evaluation may take. */
  readonly timelimit: number | undefined;
  /** The most levels of nesting as the reference counts them: every node of the tree on the way. */
  readonly depth: number | undefined;
}

/** The expected outcome of a case: a value, nothing, or an error. */
export type SuiteExpectation =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'error'; readonly code: string; readonly token: string | undefined };

const folder = fileURLToPath(new URL('../../../../../../shared/jsonata-test-suite', import.meta.url));

/**
 * All cases of the official suite, or undefined if it is not next to the repository. TESTSUITE.md there describes its
 * format.
 */
export function readSuiteCases(): readonly SuiteCase[] | undefined {
  if (!existsSync(folder)) return undefined;
  const groups = readdirSync(`${folder}/groups`).toSorted();
  return groups.flatMap((group) =>
    readdirSync(`${folder}/groups/${group}`)
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .flatMap((file) => readCases(group, file)),
  );
}

interface WrittenCase {
  readonly expr?: string;
  readonly 'expr-file'?: string;
  readonly data?: unknown;
  readonly dataset?: string | null;
  readonly bindings?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly undefinedResult?: boolean;
  readonly code?: string;
  readonly token?: string;
  /** What the error contains, among other things. */
  readonly error?: { readonly code: string; readonly token?: string };
  readonly timelimit?: number;
  readonly depth?: number;
}

function readCases(group: string, file: string): SuiteCase[] {
  const content: unknown = JSON.parse(readFileSync(`${folder}/groups/${group}/${file}`, 'utf8'));
  const cases = (Array.isArray(content) ? content : [content]) as WrittenCase[];
  return cases.map((written, index) => ({
    name: `${group}/${file.replace('.json', '')}${cases.length > 1 ? `#${index}` : ''}`,
    text: written.expr ?? readFileSync(`${folder}/groups/${group}/${written['expr-file']}`, 'utf8'),
    input: typeof written.dataset === 'string' ? readDataset(written.dataset) : written.data,
    bindings: written.bindings ?? {},
    expected: expectationOf(written),
    timelimit: written.timelimit,
    depth: written.depth,
  }));
}

function expectationOf(written: WrittenCase): SuiteExpectation {
  if ('result' in written) return { kind: 'value', value: written.result };
  const { code = written.error?.code, token = written.error?.token } = written;
  return code === undefined ? { kind: 'nothing' } : { kind: 'error', code, token };
}

const datasets = new Map<string, unknown>();

function readDataset(name: string): unknown {
  if (!datasets.has(name)) datasets.set(name, JSON.parse(readFileSync(`${folder}/datasets/${name}.json`, 'utf8')));
  return datasets.get(name);
}
