import { maskPersonalData } from '@throughline/core/masking';
import type { ValueMapTables } from '@throughline/core/mapping';
import { coverageOf, type Branch } from '@throughline/core/mapping/analysis';
import { entryAt, outlineEntries, readOutline } from '@throughline/core/mapping/fields';
import { hasValue } from '../coverage.ts';
import { fieldIdOf } from '../field-id.ts';
import { fewestSamples } from './fewest-samples.ts';

/** A sample or test, as far as it matters here. */
export interface CoveredSample {
  readonly label: string;
  readonly input: unknown;
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
  /** A real record, in which personal data is masked before it becomes a test. */
  readonly isReal: boolean;
}

export interface CoverageRequest {
  readonly text: string;
  /** `CoveredSample[]` as JSON: the tests. */
  readonly tests: string;
  /** `CoveredSample[]` as JSON: what may become tests. */
  readonly samples: string;
  readonly valueMaps: string;
}

export interface UnrunBranch extends Branch {
  /** The target field in whose expression it is. */
  readonly field: string | undefined;
}

/** A sample that would cover something that no test covers yet. */
export interface PromotedSample {
  /** Its place among the samples. */
  readonly index: number;
  /** Masked, as it would be saved. */
  readonly name: string;
  readonly input: unknown;
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
  readonly expected: unknown;
  /** Target fields and branches that nothing before it covers. */
  readonly fields: readonly string[];
  readonly branches: number;
  /** Names of the fields whose personal data was replaced. */
  readonly masked: readonly string[];
}

export interface CoverageAnswer {
  readonly branches: number;
  /** Branches that run in no test. A test that fails on the way covers nothing. */
  readonly unrun: readonly UnrunBranch[];
  /** The fewest samples that cover what no test covers. */
  readonly promoted: readonly PromotedSample[];
}

/** What the tests of a mapping leave out, and which samples would fill the gaps. */
export function testCoverage({ text, ...request }: CoverageRequest): CoverageAnswer {
  const valueMaps = JSON.parse(request.valueMaps) as ValueMapTables;
  const tests = JSON.parse(request.tests) as CoveredSample[];
  const samples = (JSON.parse(request.samples) as CoveredSample[]).map(maskedSample);
  const outline = readOutline(text);
  const paths = outlineEntries(outline.object)
    .filter(({ object }) => object === undefined)
    .map(({ path }) => path);
  const inTests = coverageOf(text, tests, { valueMaps });
  const inSamples = coverageOf(text, samples, { valueMaps });
  const keysOf = ({ result, error, ran }: (typeof inTests.samples)[number]): string[] =>
    error !== undefined
      ? []
      : [
          ...paths.filter((path) => hasValue(result, path)).map((path) => `field ${fieldIdOf(path)}`),
          ...ran.map((index) => `branch ${index}`),
        ];
  const covered = new Set(inTests.samples.flatMap(keysOf));
  const chosen = fewestSamples(inSamples.samples.map(keysOf), covered);
  return {
    branches: inTests.branches.length,
    unrun: inTests.branches
      .map((branch) => ({ ...branch, field: fieldAt(outline, branch.start) }))
      .filter((_, index) => !covered.has(`branch ${index}`)),
    promoted: chosen.flatMap(({ index, keys }): PromotedSample[] => {
      const sample = samples[index];
      if (sample === undefined) return [];
      const { label: name, input, bindings, masked } = sample;
      return [
        {
          index,
          name,
          input,
          ...(bindings === undefined ? {} : { bindings }),
          expected: inSamples.samples[index]?.result,
          fields: keys.flatMap((key) => (key.startsWith('field ') ? [key.slice(6)] : [])),
          branches: keys.filter((key) => key.startsWith('branch ')).length,
          masked,
        },
      ];
    }),
  };
}

function fieldAt(outline: ReturnType<typeof readOutline>, offset: number): string | undefined {
  const entry = entryAt(outline, offset);
  return entry && fieldIdOf(entry.path);
}

function maskedSample(sample: CoveredSample): CoveredSample & { readonly masked: readonly string[] } {
  if (!sample.isReal) return { ...sample, masked: [] };
  const { input, bindings } = sample;
  const found = maskPersonalData({ input, ...(bindings === undefined ? {} : { bindings }) });
  return {
    ...sample,
    ...(found.value as Pick<CoveredSample, 'input' | 'bindings'>),
    label: found.maskedText(sample.label),
    masked: found.fields.map(({ field }) => field.replace(/^input\./, '')),
  };
}
