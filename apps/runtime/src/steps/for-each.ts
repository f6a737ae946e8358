import type { StepOf } from '@throughline/core/flow/step';
import { idsWithin } from '@throughline/core/flow/walk';
import type { PartInput, PartResult, Child } from '../run/child-workflows.ts';
import { itemPath } from '../run/path.ts';
import { adoptPart } from '../run/adopt-part.ts';
import { runItems, type IndexedItem } from './run-items.ts';
import type { Frame } from '../run/run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

/** Each chunk is a durable workflow; a longer list gets larger chunks than the flow asks for. */
const mostChunks = 1000;

export const forEach: StepExecutor<'for-each'> = async (step, path, frame) => {
  const { context, scope } = frame;
  const evaluated = await context.evaluator.expression(step.config.items, scope);
  const items = listOf(evaluated).map((item, index): IndexedItem => ({ item, index }));
  context.stepLog.input(path, { items: items.length });
  const replayed = await replayedItems(step, path, frame, items);
  if (replayed !== undefined) {
    await runItems(step, path, frame, replayed);
    throw new RunEnded('items-replayed');
  }
  const { chunkSize, concurrency } = step.config;
  const isSmall = items.length <= chunkSize && (concurrency === 1 || items.length <= 1);
  const outputs = isSmall ? await runItems(step, path, frame, items) : await runChunks(step, frame, items);
  return outputs.map((output) => output ?? null);
};

/** Nothing is an empty list, one thing is a list of one: JSONata gives both for a path that could be a list. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * The items of this loop that the run is to repeat, with what an operator made of them; undefined when it repeats none
 * here. An item is found by its key where the loop has one, because lists change between a run and its replay.
 */
async function replayedItems(
  { config }: StepOf<'for-each'>,
  path: string,
  { context, scope }: Frame,
  items: readonly IndexedItem[],
): Promise<IndexedItem[] | undefined> {
  const overrides = Object.entries(context.itemOverrides).filter(([place]) => place.startsWith(`${path}[`));
  if (overrides.length === 0) return undefined;
  const keyOf = async (item: unknown, index: number): Promise<string> =>
    config.itemKey === undefined
      ? String(index)
      : textOf(await context.evaluator.expression(config.itemKey, { ...scope, item, index }));
  const replayed: IndexedItem[] = [];
  for (const { index } of items) {
    const override = overrides.find(([place]) => place === itemPath(path, index));
    if (override !== undefined) replayed.push({ item: override[1], index });
  }
  if (config.itemKey === undefined) return replayed;
  const indexes = new Map<string, number>();
  for (const { item, index } of items) indexes.set(await keyOf(item, index), index);
  return Promise.all(
    replayed.map(async ({ item, index }) => ({ item, index: indexes.get(await keyOf(item, index)) ?? index })),
  );
}

/**
 * Runs chunks of items side by side, each in a workflow of its own: what runs together must journal apart, or a
 * resumed run would find its steps in another order. They start and are awaited in order.
 */
async function runChunks(step: StepOf<'for-each'>, frame: Frame, items: readonly IndexedItem[]): Promise<unknown[]> {
  const { concurrency, chunkSize } = step.config;
  const perWay = Math.min(chunkSize, Math.max(1, Math.ceil(items.length / concurrency)));
  const size = Math.max(perWay, Math.ceil(items.length / mostChunks));
  const waiting: IndexedItem[][] = [];
  for (let from = 0; from < items.length; from += size) waiting.push(items.slice(from, from + size));
  const outputs: unknown[] = [];
  const running: Child<PartResult>[] = [];
  let failure: PartResult['failure'] = null;
  for (;;) {
    const chunk = failure === null && running.length < concurrency ? waiting.shift() : undefined;
    if (chunk !== undefined) {
      running.push(await startChunk(step, frame, chunk));
      continue;
    }
    const part = await running.shift()?.result();
    if (part === undefined) break;
    adoptPart(frame, part);
    outputs.push(...part.outputs);
    failure ??= part.failure;
  }
  if (failure !== null) throw new StepFailure(failure);
  return outputs;
}

function startChunk(
  step: StepOf<'for-each'>,
  { context, scope, prefix }: Frame,
  items: readonly IndexedItem[],
): Promise<Child<PartResult>> {
  const { trigger: _, flow: __, ...visible } = scope;
  const from = items[0]?.index ?? 0;
  const firstPosition = context.stepLog.nextPosition;
  context.stepLog.nextPosition += items.length * idsWithin(step).length;
  const input: PartInput = {
    organisationId: context.organisationId,
    runId: context.runId,
    stepId: step.id,
    prefix,
    firstPosition,
    deadlineMs: context.deadlineMs,
    scope: visible,
    work: { kind: 'items', from, items: items.map(({ item }) => item ?? null) },
  };
  return context.services.children.startPart(`${context.workflowId}/${prefix}${step.id}[${from}]`, input);
}
