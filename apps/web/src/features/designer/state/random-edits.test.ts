import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { kindOf, onErrorSlot, stepSchema, type Step } from '@throughline/core/flow/step';
import { walkSteps, type BodyAddress } from '@throughline/core/flow/walk';
import { expect, test } from 'vitest';
import { LayoutCache } from '../layout/share-unchanged.ts';
import { outlineRows } from '../outline/outline-rows.ts';
import { stepsFromText, stepsToText } from './clipboard.ts';
import { designerReducer, startDesigner, type DesignerState } from './designer-state.ts';
import type { FlowEdit } from './edit-flow.ts';
import { outermost, selectedIds } from './selected-steps.ts';

/* Random edits, the same ones on every machine. Whatever people do, undo and redo lead back and forth without a loss. */

/** Mulberry32: small, seeded, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const map = (id: string, input = '$trigger'): Step =>
  stepSchema.parse({ id, name: id, kind: 'map', config: { mapping: 'a-to-b', input } });
const loop = (id: string, body: Step[]): Step =>
  stepSchema.parse({ id, name: id, kind: 'for-each', config: { items: '$trigger' }, bodies: { each: body } });
const branch = (id: string, body: Step[]): Step =>
  stepSchema.parse({
    id,
    name: id,
    kind: 'branch',
    config: { cases: [{ slot: 'gb', title: 'GB', when: '$trigger.gb' }] },
    bodies: { gb: body, otherwise: [] },
  });

const first: FlowDocument = flowSchema.parse({
  format: 2,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [map('read'), loop('lines', [map('line', '$steps.read')]), branch('way', [map('gbOnly')])],
});

class Author {
  readonly random: () => number;
  made = 0;
  clipboard = stepsToText([loop('pasted', [map('inner', '$steps.read'), map('next', '$steps.inner')])]);

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }

  some(flow: FlowDocument): string[] {
    const ids = Array.from(walkSteps(flow.body), ({ step }) => step.id);
    return ids.filter(() => this.random() < 2 / (ids.length + 1)).slice(0, 4);
  }

  point(flow: FlowDocument) {
    const bodies: { address: BodyAddress; length: number }[] = [{ address: { in: 'flow' }, length: flow.body.length }];
    for (const { step } of walkSteps(flow.body)) {
      for (const slot of [
        ...kindOf(step)
          .slots(step.config)
          .map((each) => each.slot),
        onErrorSlot,
      ]) {
        bodies.push({ address: { in: 'step', stepId: step.id, slot }, length: step.bodies?.[slot]?.length ?? 0 });
      }
    }
    const { address, length } = this.pick(bodies);
    return { address, index: Math.floor(this.random() * (length + 1)) };
  }

  fresh(): Step {
    this.made += 1;
    const id = `made${this.made}`;
    return this.pick([map, (name: string) => loop(name, []), (name: string) => branch(name, [map(`${name}x`)])])(id);
  }

  edit(flow: FlowDocument): FlowEdit {
    const ids = this.some(flow);
    const steps = Array.from(walkSteps(flow.body), ({ step }) => step);
    const step = steps.length === 0 ? undefined : this.pick(steps);
    // Copies of copies would otherwise grow without end.
    if (steps.length > 60) return { type: 'delete', ids: flow.body.slice(0, 3).map(({ id }) => id) };
    switch (
      this.pick([
        'insert',
        'insert',
        'move',
        'delete',
        'duplicate',
        'disable',
        'wrap',
        'paste',
        'step',
        'rename',
        'settings',
      ])
    ) {
      case 'move':
        return { type: 'move', ids, point: this.point(flow) };
      case 'delete':
        return { type: 'delete', ids };
      case 'duplicate':
        return {
          type: 'insert',
          point: this.point(flow),
          steps: outermost(flow, new Set(ids)).map((each) => each.step),
          as: 'duplicate',
        };
      case 'disable':
        return { type: 'disable', ids, isDisabled: this.random() < 0.6 };
      case 'wrap':
        return { type: 'wrap', ids, container: loop('wrapped', []), slot: 'each' };
      case 'paste': {
        const pasted = stepsFromText(this.clipboard);
        if (step !== undefined) this.clipboard = stepsToText([step]);
        return { type: 'insert', point: this.point(flow), steps: Array.isArray(pasted) ? pasted : [], as: 'paste' };
      }
      case 'step':
        if (step === undefined) return { type: 'insert', point: this.point(flow), steps: [this.fresh()] };
        return { type: 'step', step: { ...step, name: `${step.name}!`.slice(-40), note: 'Seen.' } };
      case 'rename':
        return { type: 'rename', from: step?.id ?? 'none', to: `renamed${Math.floor(this.random() * 1000)}` };
      case 'settings':
        return {
          type: 'settings',
          settings: { ...flow.settings, timeout: `PT${1 + Math.floor(this.random() * 20)}H` },
        };
      default:
        return { type: 'insert', point: this.point(flow), steps: [this.fresh()] };
    }
  }
}

/** What must hold after every edit, whatever it was. */
function faultsOf(state: DesignerState): string[] {
  const { present } = state.history;
  const ids = Array.from(walkSteps(present.body), ({ step }) => step.id);
  const layout = new LayoutCache().of(present.body, state.collapsed);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two steps have one id']),
    ...(flowSchema.safeParse(present).success ? [] : ['the document is no flow']),
    ...(state.selection === '@trigger' || ids.includes(state.selection ?? '') ? [] : ['nothing is selected']),
    ...(selectedIds(state).size >= state.also.size ? [] : ['a step that is gone is selected']),
    ...(layout.nodes.filter(({ type }) => type === 'step').length === ids.length ? [] : ['the canvas misses steps']),
    ...(outlineRows(present, new Set()).filter(({ type }) => type === 'step').length === ids.length
      ? []
      : ['the outline misses steps']),
  ];
}

test.each([1, 2, 3])('200 random edits, undone and done again (seed %i)', (seed) => {
  const author = new Author(seed);
  const states: FlowDocument[] = [first];
  let state = startDesigner(first);
  const faults: string[] = [];
  const done = new Map<string, number>();
  while (states.length <= 200) {
    const edit = author.edit(state.history.present);
    const next = designerReducer(state, { type: 'edit', edit });
    if (next.history.present === state.history.present) continue;
    state = next;
    states.push(state.history.present);
    done.set(edit.type, (done.get(edit.type) ?? 0) + 1);
    faults.push(...faultsOf(state));
  }
  for (const before of states.slice(0, -1).toReversed()) {
    state = designerReducer(state, { type: 'undo' });
    if (state.history.present !== before) faults.push('undo led elsewhere');
  }
  expect(state.history.present).toBe(first);
  expect(designerReducer(state, { type: 'undo' })).toBe(state);
  for (const after of states.slice(1)) {
    state = designerReducer(state, { type: 'redo' });
    if (state.history.present !== after) faults.push('redo led elsewhere');
  }
  expect(state.history.present).toBe(states.at(-1));
  expect(state.history.done).toHaveLength(200);
  expect(faults).toEqual([]);
  // Otherwise, kinds of edits that never happened would seem to work.
  const kinds = ['insert', 'move', 'delete', 'disable', 'wrap', 'step', 'rename', 'settings'];
  expect([...done.keys()]).toEqual(expect.arrayContaining(kinds));
});
