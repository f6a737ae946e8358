import type { Call } from '../kit/session/system.ts';

/** Every REST resource lies below the version of the API. */
export const root = (call: Call): string => `/services/data/v${call.fields.requireSetting('apiVersion')}`;

/** Each org names its own field for our key. */
export const keyField = (call: Call): string => call.fields.requireSetting('externalIdField');
