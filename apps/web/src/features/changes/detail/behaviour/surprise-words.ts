import { fieldEffects, otherFields, type ChangedField, type FieldEffect } from '@throughline/core/mapping/behaviour';

/** `lines[].amount`, or what stands for no single field. */
export const fieldName = (field: string): string => {
  if (field === '') return 'Whole result';
  return field === otherFields ? 'Other fields' : field;
};

/** What happened to one record, in a word or two. */
export const effectWords: Record<FieldEffect, string> = {
  failed: 'fails now',
  emptied: 'became empty',
  changed: 'changed',
  filled: 'became filled',
  recovered: 'failed before',
  'not-compared': 'not compared',
};

/** `12 changed, 2 became empty`. */
export const countsText = ({ counts }: ChangedField): string =>
  fieldEffects
    .flatMap((effect) => (counts[effect] === undefined ? [] : [`${counts[effect]} ${effectWords[effect]}`]))
    .join(', ');
