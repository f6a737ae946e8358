import { fieldLabel } from '@throughline/core/flow/field-label';

/**
 * The words that lead to a place in a document: `/body/2/config/rules/0/assert` is Step “Is it complete?” › Rules ›
 * TOO_SMALL › Must hold. `document` is the one that the pointer points into.
 */
export function placeLabel(document: unknown, pointer: string): string {
  if (pointer === '') return 'The whole document';
  const step = innermostStep(document, pointer);
  if (step !== undefined) {
    const field = step.rest === '' ? [] : fieldLabel(step.value, step.rest);
    return [`Step “${step.value.name}”`, ...field.map(inBody)].join(' › ');
  }
  const [, first = ''] = pointer.split('/');
  if (pointer === '/body') return 'The steps and their order';
  const part = parts[first];
  if (part === undefined) return fieldLabel(document, pointer).join(' › ');
  const inside = part.isWhole ? [] : fieldLabel(document, pointer).filter((word) => word !== 'Everything');
  return [part.word, ...inside].join(' › ');
}

interface NamedStep {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** True for a step of a flow. */
export const isStep = (value: unknown): value is NamedStep =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'kind' in value &&
  'name' in value &&
  typeof value.name === 'string';

/** The step at the end of the pointer, or around it, with the part of the pointer that is inside it. */
function innermostStep(document: unknown, pointer: string): { value: NamedStep; rest: string } | undefined {
  const tokens = pointer.split('/').slice(1);
  let at = document;
  let found: { value: NamedStep; rest: string } | undefined;
  for (const [index, token] of tokens.entries()) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    at = typeof at === 'object' && at !== null ? (Reflect.get(at, name) as unknown) : undefined;
    if (isStep(at))
      found = {
        value: at,
        rest: tokens
          .slice(index + 1)
          .map((each) => `/${each}`)
          .join(''),
      };
  }
  return found;
}

/** Parts of a document whose name in the format is not the one on the screen. Of a whole one, no fields are named. */
const parts: Readonly<Record<string, { readonly word: string; readonly isWhole: boolean }>> = {
  trigger: { word: 'Trigger', isWhole: false },
  settings: { word: 'Flow settings', isWhole: false },
  text: { word: 'Mapping text', isWhole: true },
  source: { word: 'What it is made for', isWhole: true },
  target: { word: 'What it gives', isWhole: true },
};

/** The bodies of a step are its branches and loops. */
const inBody = (word: string): string => (word === 'Bodies' ? 'Steps inside' : word);
