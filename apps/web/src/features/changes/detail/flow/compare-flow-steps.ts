import { diffFlows } from '@throughline/core/flow/diff';
import type { FlowDocument } from '@throughline/core/flow';
import type { StepKind } from '@throughline/core/flow/step';
import { findStep, walkSteps } from '@throughline/core/flow/walk';
import { stepEffects, type StepEffect, type StepMarks } from '../../../designer/canvas/step-marks.ts';
import { fieldLabel } from '@throughline/core/flow/field-label';
import { describePlace } from './step-place.ts';

export interface FieldChange {
  /** Words that lead to the field, outermost first. */
  readonly label: readonly string[];
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Everything that happened to one step, to the trigger, or to the flow's own settings. */
export interface StepChange {
  /** A step's id, `@trigger` or `@settings`. */
  readonly id: string;
  readonly name: string;
  readonly kind?: StepKind;
  /** Most important effect first. Never empty. */
  readonly effects: readonly StepEffect[];
  readonly fields: readonly FieldChange[];
  /** Where a moved step was and is now, in words. */
  readonly moved?: { readonly from: string; readonly to: string };
}

export const triggerId = '@trigger';
export const settingsId = '@settings';

/** What changed from one flow to another: one entry per step, in reading order. */
export function compareFlowSteps(before: FlowDocument, after: FlowDocument): StepChange[] {
  const found = new Map<string, StepChange>();
  for (const change of diffFlows(before, after)) {
    if (change.kind === 'flow-changed') {
      const isTrigger = change.pointer.startsWith('/trigger');
      const id = isTrigger ? triggerId : settingsId;
      const name = isTrigger ? after.trigger.name : 'Flow settings';
      add(found, { id, name, effects: ['changed'], fields: [fieldOf(after, before, change.pointer, change)] });
      continue;
    }
    const { stepId: id, name } = change;
    const now = findStep(after.body, id);
    const was = findStep(before.body, id);
    const step = now?.step ?? was?.step;
    const shared = { id, name, effects: [change.kind], ...(step === undefined ? {} : { kind: step.kind }) };
    if (change.kind === 'changed') {
      const pointer = change.pointer.slice(now?.pointer.length ?? 0);
      if (pointer === '/disabled') {
        const isOff = 'after' in change && change.after === true;
        add(found, { ...shared, effects: [isOff ? 'switched off' : 'switched on'], fields: [] });
        continue;
      }
      add(found, { ...shared, fields: [fieldOf(now?.step, was?.step, pointer, change)] });
    } else if (change.kind === 'moved') {
      add(found, {
        ...shared,
        fields: [],
        moved: { from: describePlace(before, id), to: describePlace(after, id) },
      });
    } else add(found, { ...shared, fields: [] });
  }
  return inReadingOrder([...found.values()], before, after);
}

function add(found: Map<string, StepChange>, next: StepChange): void {
  const was = found.get(next.id);
  if (was === undefined) {
    found.set(next.id, next);
    return;
  }
  const effects = stepEffects.filter((each) => was.effects.includes(each) || next.effects.includes(each));
  found.set(next.id, { ...was, ...next, effects, fields: [...was.fields, ...next.fields] });
}

function fieldOf(
  now: unknown,
  was: unknown,
  pointer: string,
  change: { readonly before?: unknown; readonly after?: unknown },
): FieldChange {
  return {
    label: fieldLabel('after' in change ? now : was, pointer),
    pointer,
    ...('before' in change ? { before: change.before } : {}),
    ...('after' in change ? { after: change.after } : {}),
  };
}

/** Settings and trigger come first, then the steps of the later flow. A removed step is listed at its old place. */
function inReadingOrder(changes: readonly StepChange[], before: FlowDocument, after: FlowDocument): StepChange[] {
  const order = [settingsId, triggerId, ...[...walkSteps(after.body)].map(({ step }) => step.id)];
  let previous = triggerId;
  for (const { step } of walkSteps(before.body)) {
    if (!order.includes(step.id)) order.splice(order.indexOf(previous) + 1, 0, step.id);
    previous = step.id;
  }
  return changes.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** How often each effect occurs; a step that was moved and changed counts as both. */
export const countEffects = (changes: readonly StepChange[]): { effect: StepEffect; count: number }[] =>
  stepEffects
    .map((effect) => ({ effect, count: changes.filter(({ effects }) => effects.includes(effect)).length }))
    .filter(({ count }) => count > 0);

export const marksOf = (changes: readonly StepChange[]): StepMarks =>
  Object.fromEntries(changes.map(({ id, effects }) => [id, effects]));
