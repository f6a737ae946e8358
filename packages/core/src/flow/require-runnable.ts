import type { FlowDocument } from './definition.ts';
import { isError, type Problem } from './problem.ts';
import { callProblem, widthsOfFlows } from './validation/limits.ts';
import { structureProblems } from './validation/structure.ts';

/** A flow that must not run, because its structure does not say what to do or would never end. */
export class FlowNotRunnableError extends Error {
  override readonly name = 'FlowNotRunnableError';
  readonly code = 'FLOW_NOT_RUNNABLE';
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/**
 * Checks what the interpreter relies on: unique ids, known slots, and bounds on size, depth, width and calls. Whatever
 * else may be wrong with a draft stops at its step with a sentence; this would not stop.
 * @throws FlowNotRunnableError
 */
export function requireRunnable(
  flow: FlowDocument,
  flows: ReadonlyMap<string, FlowDocument> = new Map(),
  ownKey?: string,
): void {
  const widthOfFlow = widthsOfFlows(flows);
  for (const [key, document] of [[undefined, flow] as const, ...flows]) {
    // A step that nothing leads to is a mistake of the author's, but harmless.
    const problems = structureProblems(document, widthOfFlow).filter(
      (problem) => isError(problem) && problem.code !== 'UNREACHABLE_STEP',
    );
    const [first] = problems;
    if (first === undefined) continue;
    const where = key === undefined ? 'This flow' : `The flow "${key}", which it calls,`;
    throw new FlowNotRunnableError(`${where} cannot run. ${first.message}`, key === undefined ? problems : []);
  }
  const circle = callProblem(flow, flows, ownKey);
  if (circle !== undefined) throw new FlowNotRunnableError(`This flow cannot run. ${circle}`);
}
