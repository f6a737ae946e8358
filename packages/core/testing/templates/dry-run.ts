import { flowSchema } from '../../src/flow/definition.ts';
import { expressionOf, type FieldValue } from '../../src/flow/field-value.ts';
import type { Step } from '../../src/flow/step.ts';
import { compileMapping } from '../../src/mapping/compile-mapping.ts';
import { isTruthy } from '../../src/mapping/is-truthy.ts';
import { valueMapTable } from '../../src/mapping/value-map-table.ts';
import type { Template } from '../../src/templates/template.ts';

export interface DryWrite {
  readonly step: string;
  readonly object: string;
  readonly externalId: string;
  /** Values of the fields by which it would be matched, after link and external id. */
  readonly matchedBy: Readonly<Record<string, unknown>>;
  readonly record: unknown;
}

export interface DryRun {
  readonly writes: readonly DryWrite[];
  /** Events and notices, in order. */
  readonly said: readonly unknown[];
  /** Why it stopped, if it did. */
  readonly stopped?: { readonly step: string; readonly codes: readonly string[]; readonly payload?: unknown };
}

/** One write, evaluated. */
export interface DryWish extends DryWrite {
  readonly operation: 'upsert' | 'create' | 'update' | 'delete';
  /** Entity and canonical id as one text; undefined if the record is not linked. */
  readonly link: string | undefined;
  readonly matchesLink: boolean;
  readonly matchesExternalId: boolean;
}

/** The systems at the other end: plain records, or stand-ins behind real connectors. */
export interface DrySystems {
  /** The record, or undefined. */
  read(
    connection: string,
    request: {
      readonly object: string;
      readonly by: 'id' | 'external-id';
      readonly value: string;
      readonly include: readonly string[];
    },
  ): Promise<unknown>;
  /** The vendor's id of the record. */
  write(connection: string, wish: DryWish): Promise<string>;
}

/** What the systems contain: `connection.object` → id or external id → record. Writes are not kept. */
export type DryRecords = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function plainSystems(records: DryRecords): DrySystems {
  return {
    read: (connection, { object, value }) => Promise.resolve(records[`${connection}.${object}`]?.[value]),
    write: (_connection, { object, externalId }) => Promise.resolve(`${object.split('.')[1]}#${externalId}`),
  };
}

class Stop extends Error {
  readonly stopped: NonNullable<DryRun['stopped']>;

  constructor(stopped: NonNullable<DryRun['stopped']>) {
    super(stopped.codes.join(', '));
    this.stopped = stopped;
  }
}

/**
 * Walks a template's flow, for tests of its decisions: which records it writes, in which order, and where it stops. It
 * has no retries, deliveries or durability, which belong to the runtime and its tests.
 */
export async function dryRun(
  template: Template,
  flowKey: string,
  trigger: unknown,
  systems: DrySystems,
): Promise<DryRun> {
  const walker = new Walker(template, trigger, systems);
  const flow = template.definitions.find(({ kind, key }) => kind === 'flow' && key === flowKey);
  const { body } = flowSchema.parse(flow?.document);
  try {
    await walker.body(body, { trigger, steps: {}, flow: { key: flowKey } });
    return { writes: walker.writes, said: walker.said };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { writes: walker.writes, said: walker.said, stopped: error.stopped };
  }
}

interface Scope {
  readonly trigger: unknown;
  readonly steps: Record<string, unknown>;
  readonly flow: unknown;
  readonly item?: unknown;
}

class Walker {
  readonly writes: DryWrite[] = [];
  readonly said: unknown[] = [];
  readonly #template: Template;
  readonly #trigger: unknown;
  readonly #systems: DrySystems;
  readonly #valueMaps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  constructor(template: Template, trigger: unknown, systems: DrySystems) {
    this.#template = template;
    this.#trigger = trigger;
    this.#systems = systems;
    this.#valueMaps = Object.fromEntries(
      template.definitions.flatMap((item) =>
        item.kind === 'value-map' ? [[item.key, valueMapTable(item.document)]] : [],
      ),
    );
  }

  async body(steps: readonly Step[], scope: Scope): Promise<void> {
    for (const step of steps) scope.steps[step.id] = await this.#step(step, scope);
  }

  evaluate(value: FieldValue | string, scope: Scope, input: unknown = this.#trigger): unknown {
    return compileMapping(typeof value === 'string' ? value : expressionOf(value)).evaluate(input, {
      ...scope,
      valueMaps: this.#valueMaps,
    });
  }

  async #step(step: Step, scope: Scope): Promise<unknown> {
    switch (step.kind) {
      case 'map':
        return this.#map(step.config.mapping, this.evaluate(step.config.input, scope), scope);
      case 'read':
        return this.#read(step, scope);
      case 'write':
        return this.#write(step, scope);
      case 'check':
        return this.#check(step, scope);
      case 'branch':
        return this.#branch(step, scope);
      case 'parallel':
        for (const { slot } of step.config.branches) await this.body(step.bodies?.[slot] ?? [], scope);
        return {};
      case 'for-each': {
        const items = this.evaluate(step.config.items, scope);
        if (!Array.isArray(items)) throw new Error(`${step.id}: items is not a list`);
        for (const item of items) {
          await this.body(step.bodies?.['each'] ?? [], { ...scope, steps: { ...scope.steps }, item });
        }
        return [];
      }
      case 'publish': {
        const { type, subject, data } = step.config;
        this.said.push({ type, subject: this.evaluate(subject, scope), data: this.evaluate(data, scope) });
        return { eventId: `event-${step.id}` };
      }
      case 'notify': {
        const { to, subject, body } = step.config;
        const [recipient, title, message] = [to, subject, body].map((text) => this.evaluate(text, scope));
        this.said.push({ to: recipient, subject: title, body: message });
        return { notificationId: `notification-${step.id}` };
      }
      case 'raise':
        throw new Stop({ step: step.id, codes: [step.config.code] });
      default:
        throw new Error(`The dry run does not know steps of kind ${step.kind}.`);
    }
  }

  #map(key: string, input: unknown, scope: Scope): unknown {
    const mapping = this.#template.definitions.find((item) => item.kind === 'mapping' && item.key === key);
    if (mapping?.kind !== 'mapping') throw new Error(`There is no mapping ${key}.`);
    return this.evaluate(mapping.document.text, scope, input);
  }

  async #read({ id, config }: Extract<Step, { kind: 'read' }>, scope: Scope): Promise<unknown> {
    const { find } = config;
    if (find.by !== 'id' && find.by !== 'external-id') throw new Error(`${id}: the dry run reads by id only.`);
    const value = await this.#text(find.value, scope);
    const { connection, object, include } = config;
    const record =
      value === '' ? null : ((await this.#systems.read(connection, { object, by: find.by, value, include })) ?? null);
    if (record === null && config.onMissing === 'fail') throw new Stop({ step: id, codes: [config.missingCode] });
    return record;
  }

  async #write({ id, config }: Extract<Step, { kind: 'write' }>, scope: Scope): Promise<unknown> {
    const { identity, mapping, input, record, object, connection, operation } = config;
    const built =
      mapping === undefined
        ? this.evaluate(record ?? '', scope)
        : await this.#map(mapping, this.evaluate(input ?? '', scope), scope);
    const externalId = await this.#text(identity.externalId, scope);
    const matchedBy: Record<string, unknown> = {};
    for (const match of identity.match) {
      if (match.by === 'field') matchedBy[match.field] = this.evaluate(match.value, scope) ?? null;
    }
    const canonicalId = identity.canonicalId === undefined ? undefined : await this.#text(identity.canonicalId, scope);
    const write: DryWrite = { step: id, object: `${connection}.${object}`, externalId, matchedBy, record: built };
    this.writes.push(write);
    const vendorId = await this.#systems.write(connection, {
      ...write,
      operation,
      link: canonicalId === undefined ? undefined : `${identity.entity}:${canonicalId}`,
      matchesLink: identity.match.some(({ by }) => by === 'link'),
      matchesExternalId: identity.match.some(({ by }) => by === 'external-id'),
    });
    return { id: vendorId, effect: 'created', externalId };
  }

  async #text(field: FieldValue, scope: Scope): Promise<string> {
    const value = this.evaluate(field, scope);
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  async #check({ id, config }: Extract<Step, { kind: 'check' }>, scope: Scope): Promise<unknown> {
    const codes: string[] = [];
    for (const { code, assert } of config.rules) {
      if (!isTruthy(this.evaluate(assert, scope))) codes.push(code);
    }
    if (codes.length === 0) return { passed: config.rules.map(({ code }) => code) };
    const payload = config.payload === undefined ? this.#trigger : this.evaluate(config.payload, scope);
    throw new Stop({ step: id, codes, payload });
  }

  async #branch({ config, bodies }: Extract<Step, { kind: 'branch' }>, scope: Scope): Promise<unknown> {
    for (const { slot, when } of config.cases) {
      if (!isTruthy(this.evaluate(when, scope))) continue;
      await this.body(bodies?.[slot] ?? [], scope);
      return { case: slot };
    }
    await this.body(bodies?.['otherwise'] ?? [], scope);
    return { case: 'otherwise' };
  }
}
