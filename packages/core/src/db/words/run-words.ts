/* Closed lists that rows, server and screens share. Free of database code: screens use them too. */

export const runStates = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled'] as const;
/** `failed` means stopped with an exception. `waiting` means for a time, an event or a person. */
export type RunState = (typeof runStates)[number];

export const runModes = ['live', 'test'] as const;
/** A test run reads for real, and answers writes, events and notices with what they would have done. */
export type RunMode = (typeof runModes)[number];
