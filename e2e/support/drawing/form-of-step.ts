import { entityOf, isEntityName } from '@throughline/core/canonical';
import type { Step, StepConfig, StepKind } from '@throughline/core/flow/step';
import { choice, optional, text, value, type FormField } from './form-field.ts';

type FieldsOf<K extends StepKind> = (config: StepConfig<K>) => readonly FormField[];

/** What the form of a step is to say. What the step is about, such as its object, was chosen when it was added. */
export function formOfStep({ name, kind, config, retry, note }: Step): readonly FormField[] {
  const fieldsOf = fieldsByKind[kind];
  if (fieldsOf === undefined) throw new Error(`Nobody has described the form of a step “${kind}” yet.`);
  return [
    text('Name', name),
    ...fieldsOf(config),
    ...optional(section('When it fails', retryFields), 'Attempts', retry),
    ...optional(section('Id and note', noteFields), 'Note', note),
  ];
}

const section =
  <Given>(title: string, fields: (label: string, given: Given) => readonly FormField[]) =>
  (label: string, given: Given): FormField => ({ is: 'section', label: title, fields: fields(label, given) });

const retryFields = (label: string, { maxAttempts }: NonNullable<Step['retry']>): readonly FormField[] => [
  choice('Retry', 'Own rules'),
  { is: 'number', label, text: String(maxAttempts) },
];

const noteFields = (label: string, note: string): readonly FormField[] => [text(label, note)];

const whenMissing = { fail: 'Stop as an exception', null: 'Go on with nothing' } as const;
const operations = { upsert: 'Create or update', create: 'Create', update: 'Update', delete: 'Delete' } as const;
const undos = { delete: 'Delete what this run created', update: 'Write other values' } as const;
const matchedBy = {
  link: 'The linked record',
  'external-id': 'The record with our reference',
  field: 'A field with a value',
} as const;

const readFields: FieldsOf<'read'> = ({ find, include, onMissing, missingCode }) => [
  ...(find.by === 'id' ? [choice('Find', 'One record by its id'), value('Record id', find.value)] : []),
  ...(find.by === 'external-id' ? [choice('Find', 'One record by our reference'), value('Reference', find.value)] : []),
  ...include.map((label): FormField => ({ is: 'tick', label })),
  choice('When there is none', whenMissing[onMissing]),
  ...(onMissing === 'fail' ? [text('Exception code', missingCode)] : []),
];

const writeFields: FieldsOf<'write'> = (config) => {
  const { identity, operation, input, record, undo, deliveryName } = config;
  const { externalId, entity, canonicalId, match } = identity;
  return [
    choice('Operation', operations[operation]),
    value('Our reference', externalId),
    choice('Stands for', entity !== undefined && isEntityName(entity) ? entityOf(entity).title : 'Nothing of ours'),
    ...optional(value, 'Identity of the entity', canonicalId),
    { is: 'rows', label: 'Matches', add: 'Add match', rows: match.map(matchFields) },
    choice('Record comes from', record === undefined ? 'A mapping' : 'An expression'),
    ...optional(value, 'Input of the mapping', input),
    ...optional(value, 'Record', record),
    ...optional(choice, 'Undo', undo && undos[undo.operation]),
    ...optional(text, 'Name in deliveries', deliveryName),
  ];
};

const matchFields = (match: StepConfig<'write'>['identity']['match'][number], index: number): readonly FormField[] => [
  choice(`${index + 1}. by`, matchedBy[match.by]),
  ...(match.by === 'field' ? [text('Field', match.field), value('has the value', match.value)] : []),
];

const byKind: { readonly [K in StepKind]?: FieldsOf<K> } = {
  read: readFields,
  write: writeFields,
  map: ({ input }) => [value('Input', input)],
  check: ({ rules, payload }) => [
    {
      is: 'rows',
      label: 'Rules',
      add: 'Add rule',
      rows: rules.map(({ code, assert, message }) => [
        text('Code', code),
        value('Must hold', assert),
        text('Sentence for the operator', message),
      ]),
    },
    ...optional(value, 'Payload of the exception', payload),
  ],
  branch: ({ cases }) => [
    {
      is: 'rows',
      label: 'Cases',
      add: 'Add case',
      rows: cases.map(({ title, when }) => [text('Title', title), value('When', when)]),
    },
  ],
  parallel: ({ branches }) => [
    { is: 'rows', label: 'Branches', add: 'Add branch', rows: branches.map(({ title }) => [text('Title', title)]) },
  ],
  'for-each': ({ items, itemKey }) => [value('Items', items), ...optional(value, 'Identity of an item', itemKey)],
  raise: ({ code, message, payload }) => [
    text('Exception code', code),
    value('Sentence for the operator', message),
    ...optional(value, 'Payload of the exception', payload),
  ],
  publish: ({ type, subject, data }) => [text('Event type', type), value('Subject', subject), value('Data', data)],
  notify: ({ to, subject, body }) => [value('To', to), value('Subject', subject), value('Body', body)],
};

/** The same for any kind, with the config type widened. */
const fieldsByKind = byKind as Readonly<Partial<Record<StepKind, (config: Step['config']) => readonly FormField[]>>>;
