import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field } from './field.ts';

/** Settings that mean the same for every system. */
export const commonSettings = {
  caCertificate: field.text(
    'Extra certificate authority',
    'PEM certificate to trust besides the public ones, for a system behind a company proxy or a stand-in. Leave empty for the vendor’s own address.',
    { format: 'multiline' },
  ),
} as const satisfies Readonly<Record<string, JsonSchema>>;
