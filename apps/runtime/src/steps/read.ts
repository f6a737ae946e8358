import type { Connector, RecordIdentity, SourceRecord } from '@throughline/core/connector';
import { recordName } from '@throughline/core/connector/record-name';
import type { FieldValue } from '@throughline/core/flow/field-value';
import type { StepConfig } from '@throughline/core/flow/step';
import { callOptions, type UsedConnection } from '../connections/connections.ts';
import { performEffect } from '../run/effect.ts';
import type { Frame } from '../run/run-context.ts';
import { businessFailure } from '../failures/step-failure.ts';
import { useConnection } from '../run/use-connection.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';
import { ownValue } from '@throughline/core/connector/own-value';

type ReadConfig = StepConfig<'read'>;
type Question =
  | { readonly one: RecordIdentity }
  | { readonly list: Readonly<Record<string, string | number | boolean | null>> };

/** The most records that one read step holds in memory. Bigger lists belong to change polling. */
const maxListed = 50_000;

export const read: StepExecutor<'read'> = async (step, path, frame) => {
  const { config, retry } = step;
  const question = await evaluateQuestion(config, frame);
  frame.context.stepLog.input(path, { object: config.object, ...question });
  const answer = await performEffect({
    context: frame.context,
    path,
    retry,
    act: () => useConnection(frame.context, config.connection, (used) => ask(config, question, used)),
  });
  if (answer !== null && 'one' in question && question.one.by === 'id') {
    const { connection, object } = config;
    const names = namesOf(frame.context.services.connectors, object, answer);
    frame.context.origins.set(question.one.id, { connection, object, names });
  }
  if (answer !== null || config.onMissing === 'null') return answer;
  throw businessFailure(config.missingCode, `No ${config.object} was found for ${describe(question)}.`);
};

/**
 * The record's name by system. A resumed run has the journaled answer and no open connection, so the system is not known
 * here; whoever links the record knows it.
 */
function namesOf(
  connectors: Readonly<Record<string, Connector>>,
  object: string,
  record: SourceRecord | readonly SourceRecord[],
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [system, { manifest }] of Object.entries(connectors)) {
    const declared = ownValue(manifest.objects, object);
    const name = declared === undefined ? null : recordName(declared, record as SourceRecord);
    if (name !== null) names[system] = name;
  }
  return names;
}

async function evaluateQuestion({ find }: ReadConfig, { context, scope }: Frame): Promise<Question> {
  const evaluate = (field: FieldValue): Promise<unknown> => context.evaluator.expression(field, scope);
  switch (find.by) {
    case 'id':
      return { one: { by: 'id', id: textOf(await evaluate(find.value)) } };
    case 'external-id':
      return { one: { by: 'external-id', value: textOf(await evaluate(find.value)) } };
    case 'fields': {
      const fields: Record<string, string | number | boolean> = {};
      for (const [name, text] of Object.entries(find.fields)) fields[name] = plainValue(await evaluate(text)) ?? '';
      return { one: { by: 'fields', fields } };
    }
    case 'list': {
      const list: Record<string, string | number | boolean | null> = {};
      for (const [name, text] of Object.entries(find.where)) list[name] = plainValue(await evaluate(text));
      return { list };
    }
  }
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return value === undefined || value === null ? null : textOf(value);
}

async function ask(
  { object, include }: ReadConfig,
  question: Question,
  { session }: UsedConnection,
): Promise<SourceRecord | readonly SourceRecord[] | null> {
  if ('one' in question) {
    if (isEmpty(question.one)) return null;
    return (await session.read({ object, identity: question.one, include }, callOptions)) ?? null;
  }
  const records: SourceRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.list({ object, where: question.list, include, cursor }, callOptions);
    records.push(...page.records);
    cursor = page.nextCursor;
    if (records.length > maxListed) {
      throw businessFailure('LIST_TOO_LONG', `More than ${maxListed} records of ${object} match; narrow the list.`);
    }
  } while (cursor !== undefined);
  return records;
}

/** An empty id must not become a request for the whole list, so it finds nothing. */
function isEmpty(identity: RecordIdentity): boolean {
  switch (identity.by) {
    case 'id':
      return identity.id === '';
    case 'external-id':
      return identity.value === '';
    case 'fields':
      return Object.values(identity.fields).every((value) => value === '');
  }
}

function describe(question: Question): string {
  if ('list' in question) return 'the list';
  const { one } = question;
  if (one.by === 'id') return one.id === '' ? 'an empty id' : `id ${one.id}`;
  if (one.by === 'external-id') return `external id ${one.value}`;
  return Object.entries(one.fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
