import type { Problem } from './problem.ts';
import type { Upgrade } from './upgrade.ts';
import { valuesSayWhatTheyAre } from './values-say-what-they-are.ts';
import { webhooksKeepWhatTheyRead } from './webhooks-keep-what-they-read.ts';

/** The format that this version writes, per kind of document. */
export const currentFormats = { flow: 2, mapping: 1, 'value map': 1 } as const;

/** The upgrades for flows, in order. Several may lead from one format to the next. */
export const flowUpgrades: readonly Upgrade[] = [webhooksKeepWhatTheyRead, valuesSayWhatTheyAre];

/** Brings a document of an earlier format to the current one. Returns anything else as it is. */
export function upgradeFlow(input: unknown): unknown {
  return upgradeDocument(input, flowUpgrades, currentFormats.flow).document;
}

/** Runs the upgrades that lead from the document's format to `current`, and names them. */
export function upgradeDocument(
  input: unknown,
  upgrades: readonly Upgrade[],
  current: number,
): { readonly document: unknown; readonly applied: readonly string[] } {
  const applied: string[] = [];
  let document = input;
  while (isDocument(document) && typeof document['format'] === 'number' && document['format'] < current) {
    const from = document['format'];
    const next = upgrades.filter((upgrade) => upgrade.from === from);
    // When no upgrade continues from here, the schema says what it expects.
    if (next.length === 0) break;
    const upgraded = next.reduce((before, { upgrade }) => upgrade(before), document);
    document = { ...upgraded, format: from + 1 };
    applied.push(...next.map(({ name }) => name));
  }
  return { document, applied };
}

/**
 * Refuses a document of a newer format, because reading it as today's format would lose data that this version does not
 * know.
 */
export function formatProblem(input: unknown, kind: keyof typeof currentFormats): Problem | undefined {
  const format = isDocument(input) ? input['format'] : undefined;
  const current = currentFormats[kind];
  if (typeof format !== 'number' || format <= current) return undefined;
  return {
    pointer: '/format',
    code: 'FORMAT_UNKNOWN',
    severity: 'error',
    message: `This ${kind} has format ${format}; this version of Throughline knows formats up to ${current}. Upgrade Throughline, or export the ${kind} from the version that wrote it in an older format.`,
  };
}

const isDocument = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
