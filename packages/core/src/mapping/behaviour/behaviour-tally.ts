import { isLimitCode } from '../engine/limits.ts';
import {
  otherFields,
  type BehaviourReport,
  type ChangedField,
  type FieldExample,
  type SampleOrigin,
} from './behaviour-report.ts';
import { fieldChanges, fieldEffects, type FieldEffect } from './field-change.ts';

/** What one version of a mapping made of one input. */
export type Outcome =
  | { readonly output: unknown }
  | { readonly failure: { readonly code: string; readonly message: string } };

export interface ComparedSample {
  readonly name: string;
  readonly origin: SampleOrigin;
  readonly before: Outcome;
  readonly after: Outcome;
}

const mostFields = 200;
const longestField = 200;
/** Examples of one field, and of all fields together. The first of each effect of a field is kept beyond them. */
const mostExamples = 20;
const mostExamplesTogether = 800;
const longestValue = 200;
/** Places of one output that are looked at. A difference behind them counts for `otherFields`. */
const mostPlaces = 20_000;

/** Counts how two versions of a mapping differ, one input after the other. What it keeps is bounded. */
export class BehaviourTally {
  readonly #fields = new Map<string, Tally>();
  #compared = 0;
  #fromTests = 0;
  #different = 0;
  #failInBoth = 0;
  #examples = 0;

  add({ name: sample, origin, before, after }: ComparedSample): void {
    if (isBeyondLimits(before) && isBeyondLimits(after)) {
      this.notCompared({ sample, origin }, failureOf(after) ?? '');
      return;
    }
    this.#compared += 1;
    if (origin === 'test') this.#fromTests += 1;
    const changes = new Map<string, Map<FieldEffect, FieldExample>>();
    const note = (field: string, { effect, ...values }: Omit<FieldExample, 'sample' | 'origin'>): void => {
      const listed = this.#listed(field, changes);
      const effects = changes.get(listed) ?? new Map<FieldEffect, FieldExample>();
      changes.set(listed, effects);
      if (!effects.has(effect)) effects.set(effect, { sample, origin, effect, ...values });
    };
    if ('failure' in before && 'failure' in after) this.#failInBoth += 1;
    else if ('failure' in after) note('', { effect: 'failed', ...shownPair(outputOf(before), after.failure.message) });
    else if ('failure' in before) {
      note('', { effect: 'recovered', ...shownPair(before.failure.message, outputOf(after)) });
    } else compareOutputs(before.output, after.output, note);
    if (changes.size > 0) this.#different += 1;
    for (const [field, effects] of changes) this.#count(field, effects);
  }

  /** Notes that inputs were not compared, which says nothing about them and so has to be looked at. */
  notCompared(example: Pick<FieldExample, 'sample' | 'origin'>, why: string, inputs = 1): void {
    const effect = 'not-compared';
    this.#count('', new Map([[effect, { ...example, effect, after: cut(why) }]]), inputs);
  }

  report(): BehaviourReport {
    const fields = [...this.#fields.entries()].map(([field, { records, counts, examples }]): ChangedField => ({
      field,
      records,
      counts: Object.fromEntries(
        fieldEffects.flatMap((effect) => {
          const count = counts.get(effect);
          return count === undefined ? [] : [[effect, count]];
        }),
      ),
      examples,
    }));
    return {
      compared: this.#compared,
      fromTests: this.#fromTests,
      different: this.#different,
      failInBoth: this.#failInBoth,
      fields: fields.toSorted((one, other) => (one.field < other.field ? -1 : 1)),
    };
  }

  #listed(field: string, changes: ReadonlyMap<string, unknown>): string {
    if (field.length > longestField) return otherFields;
    if (this.#fields.has(field) || changes.has(field)) return field;
    if (this.#fields.size >= mostFields) return otherFields;
    const fresh = [...changes.keys()].filter((each) => !this.#fields.has(each)).length;
    return this.#fields.size + fresh < mostFields ? field : otherFields;
  }

  #count(field: string, effects: ReadonlyMap<FieldEffect, FieldExample>, inputs = 1): void {
    const tally = this.#fields.get(field) ?? { records: 0, counts: new Map<FieldEffect, number>(), examples: [] };
    this.#fields.set(field, tally);
    tally.records += inputs;
    for (const [effect, example] of effects) {
      const isFirst = !tally.counts.has(effect);
      tally.counts.set(effect, (tally.counts.get(effect) ?? 0) + inputs);
      const isEnough = tally.examples.length >= mostExamples || this.#examples >= mostExamplesTogether;
      if (isEnough && !isFirst) continue;
      this.#examples += 1;
      tally.examples.push(example);
    }
  }
}

interface Tally {
  records: number;
  readonly counts: Map<FieldEffect, number>;
  readonly examples: FieldExample[];
}

function compareOutputs(
  before: unknown,
  after: unknown,
  note: (field: string, change: Omit<FieldExample, 'sample' | 'origin'>) => void,
): void {
  let places = 0;
  for (const change of fieldChanges(before, after)) {
    places += 1;
    const isListed = places <= mostPlaces;
    note(isListed ? change.field : otherFields, {
      effect: change.effect,
      ...(isListed ? shownPair(shown(change.before), shown(change.after)) : {}),
    });
    if (!isListed) return;
  }
}

const outputOf = (outcome: Outcome): string | undefined => ('output' in outcome ? shown(outcome.output) : undefined);

const failureOf = (outcome: Outcome): string | undefined =>
  'failure' in outcome ? outcome.failure.message : undefined;

/** An evaluation beyond its limits says nothing about what the mapping means. */
const isBeyondLimits = (outcome: Outcome): boolean => 'failure' in outcome && isLimitCode(outcome.failure.code);

const shownPair = (before: string | undefined, after: string | undefined) => ({
  ...(before === undefined ? {} : { before: cut(before) }),
  ...(after === undefined ? {} : { after: cut(after) }),
});

const shown = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

const cut = (text: string): string =>
  (text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text).toWellFormed();
