import { field } from './field.ts';

/** Where a canonical record came from: lineage, and the means to recognise our own echo. */
export const origin = () =>
  field.object('Origin', 'The record this one was made from.', {
    system: field.text('System', 'System id, for example salesforce.', 80),
    object: field.text('Object', "The vendor's record type, for example Opportunity.", 120),
    recordId: field.id('Record id', "The vendor's id of the record."),
    changedAt: field.instant('Changed at', 'When that record last changed.').optional(),
  });
