import type { Condition, FieldForm, FieldPath, PathStep } from './field-form.ts';
import { sayCondition } from './forms/condition-rows.ts';
import type { FormKind, FormSpeaker } from './forms/form-kind.ts';
import { formKinds } from './forms/registry.ts';

/** What people call the field at the end of a path; undefined if only its name is known. */
export type NameOfField = (path: FieldPath) => string | undefined;

/** What people call a whole path; undefined if it is said step by step. */
type WordsOfPath = (path: FieldPath) => string | undefined;

/** How a field gets its value, as a plain sentence. */
export function sentenceOf(form: FieldForm, nameOf: NameOfField = () => undefined): string {
  const sentence = saySentence(
    (speaker) => sayForm(form, speaker),
    (path, speaker) => sayPath(path, nameOf, speaker),
  );
  return form.kind === 'text' ? `${sentence} ${form.reason}` : sentence;
}

/** What must hold, as a plain sentence. */
export const conditionSentence = (condition: Condition, wordsOf: WordsOfPath): string =>
  saySentence(
    (speaker) => speaker.condition(condition),
    (path, speaker) => wordsOf(path) ?? sayPath(path, () => undefined, speaker),
  );

function saySentence(
  say: (speaker: FormSpeaker) => string,
  sayField: (path: FieldPath, speaker: FormSpeaker) => string,
): string {
  const names = new Set<string>();
  const speaker: FormSpeaker = {
    form: (inner) => (isCompound(inner) ? `(${sayForm(inner, speaker)})` : sayForm(inner, speaker)),
    path: (path) => {
      const said = sayField(path, speaker);
      names.add(said);
      return said;
    },
    condition: (condition) => sayCondition(condition, speaker),
  };
  const phrase = say(speaker);
  // The name of a field is written as the field is.
  const startsWithName = [...names].some((name) => phrase.startsWith(name));
  return `${startsWithName ? phrase : phrase.charAt(0).toUpperCase() + phrase.slice(1)}.`;
}

function sayForm(form: FieldForm, speaker: FormSpeaker): string {
  const kind = formKinds[form.kind] as FormKind<typeof form.kind>;
  return kind.say(form, speaker);
}

/** A phrase of several parts, which would be misread inside another one. */
const isCompound = ({ kind }: FieldForm): boolean => compound.has(kind);
const compound: ReadonlySet<FieldForm['kind']> = new Set([
  'template',
  'first-filled',
  'condition',
  'check',
  'calculation',
  'values',
  'list',
  'group',
]);

/** `Email of the first contacts where role is “billing”`. */
function sayPath(path: FieldPath, nameOf: NameOfField, speaker: FormSpeaker): string {
  const title = nameOf(path);
  const said = path
    .map((step, index) => ({ step, index }))
    .filter(({ step, index }) => step.name !== '$$' && (step.name !== '$' || path.length === 1 || index > 0))
    .map(({ step, index }) => sayStep(step, index === path.length - 1 ? title : undefined, speaker));
  return said.toReversed().join(' of ') || 'the whole input';
}

function sayStep(step: PathStep, title: string | undefined, speaker: FormSpeaker): string {
  const name = title ?? (step.name === '$' ? 'the item' : step.name);
  const place =
    step.at === undefined
      ? ''
      : step.at === 0
        ? 'the first '
        : step.at === -1
          ? 'the last '
          : `number ${step.at + 1} of `;
  const only = step.only === undefined ? '' : ` where ${speaker.condition(step.only)}`;
  return `${place}${name}${only}`;
}
