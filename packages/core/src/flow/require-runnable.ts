import type { FlowDocument } from './definition.ts';
import { isError, type Problem } from './problem.ts';
import { callProblem, widthsOfFlows } from './validation/limits.ts';
import { structureProblems } from './validation/structure.ts';

/** A flow that must not run, because its structure is ambiguous or would never end. */
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
 * Checks what the interpreter relies on: unique ids, known slots, and limits on size, depth, width and calls. Anything
 * else that is wrong with a draft stops the run at its step with a message. These faults would not stop it.
 * @throws FlowNotRunnableError
 */
export function requireRunnable(
  flow: FlowDocument,
  flows: ReadonlyMap<string, FlowDocument> = new Map(),
  ownKey?: string,
): void {
  const widthOfFlow = widthsOfFlows(flows);
  for (const [key, document] of [[undefined, flow] as const, ...flows]) {
    // An unreachable step is a mistake by the author, but harmless.
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
