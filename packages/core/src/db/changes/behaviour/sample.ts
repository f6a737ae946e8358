import type { SampleOrigin } from '../../../mapping/behaviour/behaviour-report.ts';

/** An input on which both versions of a mapping run. */
export interface BehaviourSample {
  readonly name: string;
  readonly origin: SampleOrigin;
  readonly given:
    | { readonly input: unknown; readonly bindings?: Readonly<Record<string, unknown>> | undefined }
    /** The input of a write step is not recorded, so it is computed again from what the run knew. */
    | { readonly expression: string; readonly trigger: unknown; readonly steps: Readonly<Record<string, unknown>> };
}

/** How many inputs a mapping is compared on, and how much of them. */
export const sampleBounds = {
  tests: 200,
  records: 200,
  /** Records of one run, so that a loop of a thousand items does not displace all other runs. */
  recordsPerRun: 10,
  /** Runs that are looked at, newest first. */
  runs: 300,
  /** Characters of JSON of one input, and of all inputs of a kind together. */
  characters: 200_000,
  charactersTogether: 4_000_000,
  /** Characters of all records of all mappings of one comparison, because they are in memory at the same time. */
  charactersOfComparison: 12_000_000,
} as const;
