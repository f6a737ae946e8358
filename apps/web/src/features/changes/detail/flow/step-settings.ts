import type { FlowDocument } from '@throughline/core/flow';
import { fieldLabel } from '@throughline/core/flow/field-label';
import { isFieldValue } from '@throughline/core/flow/field-value';
import { retrySchema, type RetryPolicy, type Step } from '@throughline/core/flow/step';

/** One setting as a reviewer reads it. */
export interface Setting {
  /** Where it is; unique among the settings of one thing. */
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
}

/** Everything that is set in a step: its fields, its note, and its retries where they differ from the usual ones. */
export const stepSettings = (step: Step): Setting[] => [
  ...leavesOf(step.config)
    .filter(({ pointer }) => !isNameOfWay(step, pointer))
    .map(({ pointer, value }) => ({ pointer, label: labelOf(step, pointer), value })),
  ...retrySettings(step.retry),
  ...(step.note === undefined ? [] : [{ pointer: '/note', label: 'Note', value: step.note }]),
];

/** What is set in the trigger, including its condition. */
export const triggerSettings = ({ name: _name, kind: _kind, ...fields }: FlowDocument['trigger']): Setting[] =>
  labelled(fields);

/** What is set for the flow as a whole: its keys and durations. */
export const flowSettings = ({ settings }: FlowDocument): Setting[] => labelled(settings);

const labelled = (document: object): Setting[] =>
  leavesOf(document).map(({ pointer, value }) => ({
    pointer,
    label: fieldLabel(document, pointer).join(' › '),
    value,
  }));

/** The ways of a step are named where their steps are listed. */
const isNameOfWay = ({ kind }: Step, pointer: string): boolean =>
  (kind === 'branch' || kind === 'parallel') && /^\/(?:cases|branches)\/\d+\/(?:slot|title)$/.test(pointer);

/** A case is known by its title, not by its name in the format. */
function labelOf(step: Step, pointer: string): string {
  const [, index] = /^\/cases\/(\d+)\/when$/.exec(pointer) ?? [];
  const title = step.kind === 'branch' && index !== undefined ? step.config.cases[Number(index)]?.title : undefined;
  return title === undefined ? fieldLabel(step.config, pointer).join(' › ') : `“${title}” when`;
}

const usualRetry = retrySchema.parse({});

function retrySettings(retry: RetryPolicy | undefined): Setting[] {
  const own = retry ?? usualRetry;
  return retryFields.flatMap(({ field, label }) => {
    const value = own[field];
    if (value === undefined || value === usualRetry[field]) return [];
    const text = Array.isArray(value) ? value.join(', ') : String(value);
    return [{ pointer: `/retry/${field}`, label: `Retry › ${label}`, value: text }];
  });
}

const retryFields = [
  { field: 'maxAttempts', label: 'Attempts' },
  { field: 'backoffMs', label: 'First wait, ms' },
  { field: 'maxBackoffMs', label: 'Longest, ms' },
  { field: 'classes', label: 'After' },
] as const;

interface Leaf {
  readonly pointer: string;
  readonly value: string;
}

function leavesOf(value: unknown, pointer = ''): Leaf[] {
  if (typeof value === 'object' && value !== null && isFieldValue(value)) {
    // Quotes distinguish a text from a path or an expression.
    return [{ pointer, value: value.kind === 'literal' ? JSON.stringify(value.value) : value.value }];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  return value === undefined ? [] : [{ pointer, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}
