import { field } from './field.ts';

/**
 * Says where a canonical record came from. It serves lineage, and lets us recognise our own changes when they come
 * back.
 */
export const origin = () =>
  field.object('Origin', 'The record this one was made from.', {
    system: field.text('System', 'System id, for example salesforce.', 80),
    object: field.text('Object', "The vendor's record type, for example Opportunity.", 120),
    recordId: field.id('Record id', "The vendor's id of the record."),
    changedAt: field.instant('Changed at', 'When that record last changed.').optional(),
  });
