import type { z } from 'zod';

/** What is wrong with one field of a call's input, in a sentence for the person who filled it in. */
export interface InputFault {
  /** The field's name in the input; empty for the input as a whole. */
  readonly field: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Turns the validator's findings into sentences, one per field. */
export const inputFaults = ({ issues }: z.ZodError): readonly InputFault[] => {
  const faults = new Map<string, string>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    if (!faults.has(field)) faults.set(field, sentenceOf(issue));
  }
  return [...faults].map(([field, message]) => ({ field, message }));
};

const sentenceOf = (issue: Issue): string => {
  const label = labelOf(issue.path);
  if (!isOwnWords(issue)) return `${issue.message}${/[.!?]$/.test(issue.message) ? '' : '.'}`;
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string')
        return `The ${label} is longer than ${count(issue.maximum)} characters. Shorten it.`;
      if (issue.origin === 'array') return `The ${label} are more than ${count(issue.maximum)}. Choose fewer.`;
      return `The ${label} has to be at most ${count(issue.maximum)}.`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return `The ${label} is empty. Fill it in.`;
      if (issue.origin === 'string')
        return `The ${label} has fewer than ${count(issue.minimum)} characters. Write more.`;
      if (issue.origin === 'array') return `Choose at least ${count(issue.minimum)} of the ${label}.`;
      return `The ${label} has to be at least ${count(issue.minimum)}.`;
    case 'invalid_type':
      return `The ${label} is missing, or is not ${typeNames[issue.expected] ?? `a ${issue.expected}`}.`;
    case 'invalid_value':
      return `The ${label} has to be ${new Intl.ListFormat('en', { type: 'disjunction' }).format(issue.values.map(String))}.`;
    default:
      return `The ${label} is not valid. Check it.`;
  }
};

/** True for the validator's own words, which are about types. Ours are sentences already. */
const isOwnWords = ({ message }: Issue): boolean => /^(Too (big|small):|Invalid )/.test(message);

const count = (limit: number | bigint): string => limit.toLocaleString('en-GB');

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  int: 'a whole number',
};

/** The words on the screen for fields whose name in the input says something else. */
const labels: Readonly<Record<string, string>> = {
  definitionIds: 'drafts',
  drafts: 'drafts',
  email: 'e-mail address',
  exceptionIds: 'exceptions',
  externalId: 'id of the record',
  next: 'new password',
  current: 'current password',
  recordId: 'id of the record',
  text: 'search text',
};

/** `timeZone` becomes time zone. Of an item of a list, it is the list's name. */
const labelOf = (path: readonly PropertyKey[]): string => {
  const name = path.findLast((part) => typeof part === 'string') ?? 'input';
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
};
