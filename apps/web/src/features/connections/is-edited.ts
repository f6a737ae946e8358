import type { ConnectionDraft } from './connection-draft.ts';
import { filledValues, secretChanges } from './filled-values.ts';

/** Whether saving the form would change anything. */
export const isEdited = (initial: ConnectionDraft, draft: ConnectionDraft): boolean =>
  draft.name !== initial.name ||
  draft.key !== initial.key ||
  draft.authMethod !== initial.authMethod ||
  Object.keys(secretChanges(draft.secrets)).length > 0 ||
  sorted(filledValues(draft.settings)) !== sorted(filledValues(initial.settings));

const sorted = (values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1)));
