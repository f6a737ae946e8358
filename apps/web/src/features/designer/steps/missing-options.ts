/** What to do when a record or value is missing; shared by the steps that look for one. */
export const missingOptions = [
  { value: 'fail', label: 'Stop as an exception' },
  { value: 'null', label: 'Go on with nothing' },
] as const;
