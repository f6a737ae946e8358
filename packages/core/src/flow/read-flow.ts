import { flowSchema, type FlowDocument } from './definition.ts';
import { shapeProblems } from './shape-problems.ts';
import { formatProblem, upgradeFlow } from './upgrades.ts';

export type ReadFlow =
  | { readonly isReadable: true; readonly flow: FlowDocument }
  /** A sentence about the first thing that is wrong. */
  | { readonly isReadable: false; readonly problem: string };

/** Reads a stored flow, which another release may have written. Never throws. */
export function readFlow(stored: unknown): ReadFlow {
  const newer = formatProblem(stored, 'flow');
  if (newer !== undefined) return { isReadable: false, problem: newer.message };
  try {
    const document = upgradeFlow(stored);
    const parsed = flowSchema.safeParse(document);
    if (parsed.success) return { isReadable: true, flow: parsed.data };
    const [problem] = shapeProblems(parsed.error, document, 'flow');
    return { isReadable: false, problem: problem?.message ?? parsed.error.message };
  } catch (error) {
    // An upgrade expects a document of its format.
    return { isReadable: false, problem: `The document could not be brought to the current format: ${String(error)}` };
  }
}
