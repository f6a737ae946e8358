import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One expression of the official JSONata test suite, named `group/file#index`. */
export interface SuiteCase {
  readonly name: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL('../../../../../../../shared/jsonata-test-suite', import.meta.url));

/** All cases of the official suite, or undefined where it is not beside the repository. Its format: TESTSUITE.md there. */
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
}

function readCases(group: string, file: string): SuiteCase[] {
  const content: unknown = JSON.parse(readFileSync(`${folder}/groups/${group}/${file}`, 'utf8'));
  const cases = (Array.isArray(content) ? content : [content]) as WrittenCase[];
  return cases.map((written, index) => ({
    name: `${group}/${file.replace('.json', '')}${cases.length > 1 ? `#${index}` : ''}`,
    text: written.expr ?? readFileSync(`${folder}/groups/${group}/${written['expr-file']}`, 'utf8'),
  }));
}
