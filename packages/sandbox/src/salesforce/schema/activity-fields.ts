import { READ_ONLY, date, datetime } from './field.ts';

/** When somebody last dealt with a record or looked at it. Nobody does in the stand-in, so they stay empty. */
export const activityFields = [
  date('LastActivityDate', { label: 'Last Activity', ...READ_ONLY }),
  datetime('LastViewedDate', READ_ONLY),
  datetime('LastReferencedDate', READ_ONLY),
];
