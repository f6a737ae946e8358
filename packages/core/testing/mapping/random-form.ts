import type { Condition, ConditionRow, FieldForm, FieldPath, PathStep } from '../../src/mapping/fields/field-form.ts';

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Forms as reading gives them. Every form that can be read can be drawn. */
export class RandomForms {
  readonly #next: () => number;

  constructor(next: () => number) {
    this.#next = next;
  }

  form(depth: number): FieldForm {
    const makers =
      depth <= 0 ? this.#leaves() : [...this.#leaves(), ...this.#nested(depth - 1), ...this.#lists(depth - 1)];
    return this.#pick(makers)();
  }

  #leaves(): readonly (() => FieldForm)[] {
    return [
      () => ({ kind: 'constant', value: this.#pick(['GB', '', 'say "hi"', 5, -2.5, true, false, null]) }),
      () => this.#source(0),
      () => this.#source(1),
      () => ({ kind: 'object', text: '{ "a": b, /* kept */ "c": 1 }' }),
      () => ({
        kind: 'text',
        text: '$ourOwn( x )',
        reason: 'It calls $ourOwn in a way that only the text shows.',
      }),
    ];
  }

  #nested(depth: number): readonly (() => FieldForm)[] {
    const inner = (): FieldForm => this.form(depth);
    const source = (): FieldForm => this.#source(depth);
    return [
      () => ({ kind: 'template', parts: [this.#not(depth, 'template'), inner(), ...this.#some(inner)] }),
      () => ({ kind: 'first-filled', notation: 'filled', alternatives: [inner(), this.#not(depth, 'first-filled')] }),
      () => ({ kind: 'first-filled', notation: 'there', alternatives: [inner(), this.#not(depth, 'first-filled')] }),
      () => ({
        kind: 'first-filled',
        notation: 'filled-repeated',
        alternatives: [source(), this.#not(depth, 'first-filled')],
      }),
      () => ({ kind: 'condition', cases: [this.#case(depth), ...this.#some(() => this.#case(depth))] }),
      () => ({
        kind: 'condition',
        cases: [this.#case(depth)],
        otherwise: this.#not(depth, 'condition'),
      }),
      () => ({ kind: 'check', test: { match: 'all', rows: [this.#comparison(depth)] } }),
      () => ({ kind: 'check', test: this.#rows(depth) }),
      () => ({ kind: 'value-map', map: 'terms', value: inner() }),
      () => ({ kind: 'value-map', map: 'terms', value: inner(), otherwise: inner() }),
      () => ({ kind: 'date', how: 'date', value: inner() }),
      () => ({ kind: 'date', how: 'instant', value: inner(), timeZone: 'Europe/Berlin' }),
      () => ({ kind: 'date', how: 'zone', value: inner(), timeZone: 'Europe/Berlin' }),
      () => ({ kind: 'date', how: 'format', value: inner(), pattern: "dd.MM.yyyy 'at' HH" }),
      () => ({ kind: 'date', how: 'parse', value: inner(), pattern: 'dd.MM.yyyy' }),
      () => ({ kind: 'money', amount: inner(), currency: inner() }),
      () => ({ kind: 'money', amount: inner(), currency: inner(), places: 4 }),
      () => ({ kind: 'conversion', to: this.#pick(['text', 'number', 'decimal', 'yes-or-no']), value: inner() }),
      () => ({ kind: 'part', value: inner(), pattern: this.#pick(['^[A-Z]{2}', '[^\\/]+']) }),
      () => ({ kind: 'function', name: this.#pick(['uppercase', 'substring', 'slug']), args: [inner(), inner()] }),
      () => ({
        kind: 'calculation',
        operator: this.#pick(['+', '-', '*', '/', '%']),
        left: inner(),
        right: inner(),
      }),
    ];
  }

  #lists(depth: number): readonly (() => FieldForm)[] {
    const inner = (): FieldForm => this.form(depth);
    const source = (): FieldForm => this.#source(depth);
    return [
      () => ({ kind: 'values', items: [inner(), inner(), ...this.#some(inner)] }),
      () => ({ kind: 'values', items: [] }),
      () => ({
        kind: 'aggregate',
        how: this.#pick(['sum', 'add', 'min', 'max', 'average', 'count', 'first', 'last', 'earliest', 'latest']),
        list: inner(),
      }),
      () => ({ kind: 'aggregate', how: 'join', list: inner(), separator: ', ' }),
      () => ({ kind: 'list', from: source(), order: [], isKept: true }),
      () => ({ kind: 'list', from: source(), order: [this.#order()], isKept: this.#flip() }),
      () => ({ kind: 'list', from: source(), order: [this.#order()], item: this.#item(depth), isKept: this.#flip() }),
      () => ({ kind: 'list', from: source(), order: [], item: this.#item(depth), isKept: this.#flip() }),
      () => ({
        kind: 'list',
        from: source(),
        order: this.#some(() => this.#order()),
        item: inner(),
        variables: ['$line', '$index'],
        isKept: this.#flip(),
      }),
      () => ({ kind: 'group', from: this.#path(depth), by: source(), item: inner() }),
      () => ({
        kind: 'group',
        from: this.#path(0),
        by: { kind: 'source', path: [{ name: 'Phase' }] },
        item: { kind: 'object', text: '{ "phase": $key }' },
        variables: ['$key', '$items'],
      }),
    ];
  }

  /** What each item of a list becomes, where a path would be a part of the list's path. */
  #item(depth: number): FieldForm {
    const form = this.form(depth);
    return form.kind === 'source' || form.kind === 'list' || form.kind === 'aggregate' || form.kind === 'group'
      ? { kind: 'object', text: '{ "id": Id }' }
      : form;
  }

  #not(depth: number, kind: FieldForm['kind']): FieldForm {
    const form = this.form(depth);
    return form.kind === kind ? this.#source(0) : form;
  }

  #order() {
    return { by: this.#source(0), isDescending: this.#flip() };
  }

  #case(depth: number): { readonly when: Condition; readonly value: FieldForm } {
    const when: Condition = this.#flip() ? this.#rows(depth) : { match: 'all', rows: [this.#row(depth)] };
    const value = this.form(depth);
    // `a ? a : b` reads as the first of both that is filled.
    return { when, value: value.kind === 'source' ? { kind: 'constant', value: 'GB' } : value };
  }

  #rows(depth: number): Condition {
    const rows: ConditionRow[] = [this.#row(depth), this.#row(depth), ...this.#some(() => this.#row(depth))];
    if (depth > 0 && this.#flip()) rows.push({ kind: 'group', condition: this.#rows(depth - 1) });
    return { match: this.#flip() ? 'all' : 'any', rows };
  }

  #row(depth: number): ConditionRow {
    if (this.#flip()) return this.#comparison(depth);
    return { kind: 'state', value: this.#source(0), state: this.#pick(['filled', 'empty', 'there', 'missing']) };
  }

  #comparison(depth: number): ConditionRow {
    const operator = this.#pick([
      'is',
      'is-not',
      'less',
      'at-most',
      'more',
      'at-least',
      'one-of',
      'none-of',
      'contains',
    ] as const);
    return { kind: 'comparison', left: this.form(depth - 1), operator, right: this.form(depth - 1) };
  }

  #source(depth: number): FieldForm {
    return { kind: 'source', path: this.#path(depth) };
  }

  #path(depth: number): FieldPath {
    const first: PathStep = { name: this.#pick(['Name', 'Unit Price', 'and', '$', '$$', '$line']) };
    return [
      this.#filtered(first, depth),
      ...this.#some(() => this.#filtered({ name: this.#pick(['a', 'b c']) }, depth)),
    ];
  }

  #filtered(step: PathStep, depth: number): PathStep {
    if (depth <= 0 || this.#next() < 0.7) return step;
    return {
      ...step,
      ...(this.#flip() && { only: this.#rows(0) }),
      ...(this.#flip() && { at: this.#pick([0, -1, 2]) }),
    };
  }

  #some<T>(make: () => T): T[] {
    return Array.from({ length: Math.floor(this.#next() * 3) }, make);
  }

  #flip(): boolean {
    return this.#next() < 0.5;
  }

  #pick<const T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#next() * choices.length)] as T;
  }
}
