import { movedSettings } from '@throughline/core/connector/moved-settings';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { whySecretsAgain } from '@throughline/core/connector/why-secrets-again';
import type { ConnectionDraft } from './connection-draft.ts';
import { filledValues } from './filled-values.ts';
import type { FieldValues } from './schema-fields.tsx';

export interface SecretsDemand {
  /** Fields that are set on the server. */
  readonly secretFields: readonly string[];
  /** Why they have to be entered again, in a sentence; undefined when they are kept. */
  readonly why: string | undefined;
  /** The values of the sign-in fields, as they are shown and sent. */
  readonly values: FieldValues;
}

/** What the form asks for, before it is saved: the secrets do not follow to another address by themselves. */
export const secretsDemand = (
  manifest: ConnectorManifest,
  initial: ConnectionDraft,
  draft: ConnectionDraft,
  known: readonly string[],
): SecretsDemand => {
  const secretFields = draft.authMethod === initial.authMethod ? known : [];
  const moved = movedSettings(manifest.settings, filledValues(initial.settings), filledValues(draft.settings));
  const why = secretFields.length === 0 ? undefined : whySecretsAgain(moved);
  if (why === undefined) return { secretFields, why, values: draft.secrets };
  const { properties = {} } = manifest.auth.find(({ id }) => id === draft.authMethod)?.fields ?? {};
  const defaults = secretFields.flatMap((name) =>
    properties[name]?.default === undefined ? [] : [[name, properties[name].default] as const],
  );
  return { secretFields, why, values: { ...Object.fromEntries(defaults), ...draft.secrets } };
};
