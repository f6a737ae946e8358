import type { StepOf } from '@throughline/core/flow/step';
import { idsWithin } from '@throughline/core/flow/walk';
import type { PartInput, PartResult, Child } from '../run/child-workflows.ts';
import { adoptPart } from '../run/adopt-part.ts';
import { noRoomFor } from '../run/room-for-outputs.ts';
import { shareScope } from '../run/part-scope.ts';
import type { PartScope } from '../run/scope.ts';
import { replayedItem, type ReplayedItem } from './replayed-item.ts';
import { frameOfItem, runItems, type IndexedItem } from './run-items.ts';
import type { Frame } from '../run/run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { overdueAfter } from '../run/stop-when-overdue.ts';
import { graverOf, StepFailure, type FailureFacts } from '../failures/step-failure.ts';
import type { StepExecutor } from './executor.ts';

/** Each chunk is a durable workflow; a longer list gets larger chunks than the flow asks for. */
const mostChunks = 1000;

export const forEach: StepExecutor<'for-each'> = async (step, path, frame) => {
  const { context, scope } = frame;
  const evaluated = await context.evaluator.expression(step.config.items, scope);
  const items = listOf(evaluated).map((item, index): IndexedItem => ({ item, index }));
  // A test shows the items themselves; a live run may have many, and keeps only their number.
  context.stepLog.input(path, { items: context.mode === 'test' ? items.map(({ item }) => item) : items.length });
  const replayed = await replayedItem(step, frame, items);
  if (replayed !== undefined) return repeatItem(step, path, frame, replayed);
  const { chunkSize, concurrency } = step.config;
  const isSmall = items.length <= chunkSize && (concurrency === 1 || items.length <= 1);
  const outputs = isSmall ? await runItems(step, path, frame, items) : await runChunks(step, frame, items);
  return outputs.map((output) => output ?? null);
};

/**
 * JSONata returns nothing, one thing or a list for a path that could be a list, so nothing is an empty list and one
 * thing a list of one.
 */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * Runs the one item that a replay is about. An item around the target is only walked through: should it fail on the way,
 * that is a failure of the replay, and not an exception of that item.
 */
async function repeatItem(
  step: StepOf<'for-each'>,
  path: string,
  frame: Frame,
  { item, isTarget }: ReplayedItem,
): Promise<never> {
  if (isTarget) await runItems(step, path, frame, [item]);
  else await frame.context.services.runBody(step.bodies?.['each'] ?? [], await frameOfItem(step, path, frame, item));
  throw new RunEnded('item-replayed');
}

/**
 * Runs chunks of items side by side, each in a workflow of its own. What runs together must journal separately, because
 * a resumed run would otherwise find its steps in another order. The chunks start, and are awaited, in order.
 */
async function runChunks(step: StepOf<'for-each'>, frame: Frame, items: readonly IndexedItem[]): Promise<unknown[]> {
  const { context } = frame;
  const { concurrency, chunkSize } = step.config;
  const perWay = Math.min(chunkSize, Math.max(1, Math.ceil(items.length / concurrency)));
  const size = Math.max(perWay, Math.ceil(items.length / mostChunks));
  const waiting: IndexedItem[][] = [];
  for (let from = 0; from < items.length; from += size) waiting.push(items.slice(from, from + size));
  const scope = await shareScope(frame);
  const outputs: unknown[] = [];
  const running: { readonly child: Child<PartResult>; readonly deadlineMs: number }[] = [];
  let failure: PartResult['failure'] = null;
  for (;;) {
    const chunk = failure === null && running.length < concurrency ? waiting.shift() : undefined;
    if (chunk !== undefined) {
      const { deadlineMs } = context;
      running.push({ child: await startChunk(step, { ...frame, scope }, chunk), deadlineMs });
      continue;
    }
    const next = running.shift();
    if (next === undefined) break;
    const part = await next.child.result();
    adoptPart(frame, part, next.deadlineMs);
    // What runs already is awaited, but a failed loop has no outputs.
    if (failure === null) outputs.push(...part.outputs);
    const tooLarge: FailureFacts | null = failure === null ? noRoomFor(part.outputs, outputs) : null;
    const overdue: FailureFacts | null = failure === null ? await overdueAfter(context, part.pureSteps ?? 0) : null;
    failure = [failure, part.failure, overdue, tooLarge].reduce(graverOf);
  }
  if (failure !== null) throw new StepFailure(failure);
  return outputs;
}

function startChunk(
  step: StepOf<'for-each'>,
  { context, scope, prefix, place }: Omit<Frame, 'scope'> & { readonly scope: PartScope },
  items: readonly IndexedItem[],
): Promise<Child<PartResult>> {
  const from = items[0]?.index ?? 0;
  const firstPosition = context.stepLog.nextPosition;
  context.stepLog.nextPosition += items.length * idsWithin(step).length;
  const input: PartInput = {
    organisationId: context.organisationId,
    runId: context.runId,
    stepId: step.id,
    prefix,
    place,
    firstPosition,
    deadlineMs: context.deadlineMs,
    isCallersDeadline: context.isCallersDeadline,
    journal: context.journal,
    scope,
    work: { kind: 'items', from, items: items.map(({ item }) => item ?? null) },
  };
  return context.services.children.startPart(`${context.workflowId}/${prefix}${step.id}[${from}]`, input);
}
