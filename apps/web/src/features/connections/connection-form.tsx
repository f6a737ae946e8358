'use client';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { FormError } from '../join/form-error.tsx';
import type { FieldErrors } from '../workspace/field-errors.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Panel } from '#ui/panel.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import type { ConnectionDraft } from './connection-draft.ts';
import { isEdited } from './is-edited.ts';
import { SchemaFields, type FieldValues } from './schema-fields.tsx';
import { secretsDemand, type SecretsDemand } from './secrets-demand.ts';

interface ConnectionFormProps {
  readonly manifest: ConnectorManifest;
  readonly initial: ConnectionDraft;
  /** Secrets that are already set on the server, for an existing connection. */
  readonly secretFields?: readonly string[];
  /** The key can only be chosen once. */
  readonly isKeyFixed?: boolean;
  readonly onSubmit: (draft: ConnectionDraft) => void;
  readonly errors: FieldErrors<'name' | 'key'>;
  readonly renderActions: (isEdited: boolean) => ReactNode;
}

/** The form from the manifest: name, settings, a sign-in method and its fields. */
export const ConnectionForm = ({
  manifest,
  initial,
  secretFields = [],
  isKeyFixed = false,
  onSubmit,
  errors,
  renderActions,
}: ConnectionFormProps) => {
  const [draft, setDraft] = useState(initial);
  const [sent, setSent] = useState<ConnectionDraft>();
  const change = (changes: Partial<ConnectionDraft>) => setDraft((current) => ({ ...current, ...changes }));
  const demand = secretsDemand(manifest, initial, draft, secretFields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(draft);
    onSubmit({ ...draft, secrets: demand.values });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Panel title="Name">
        <NameFields draft={draft} onChange={change} isKeyFixed={isKeyFixed} errors={draft === sent ? errors.at : {}} />
      </Panel>
      <Panel title="Settings">
        <SchemaFields
          schema={manifest.settings}
          values={draft.settings}
          onChange={(settings) => change({ settings })}
        />
      </Panel>
      <SignInPanel manifest={manifest} draft={draft} onChange={change} demand={demand} />
      {/* The message is about the values that were sent. */}
      {draft === sent && <FormError>{errors.rest}</FormError>}
      <div className="flex flex-wrap justify-end gap-2">{renderActions(isEdited(initial, draft))}</div>
    </form>
  );
};

interface SignInPanelProps {
  readonly manifest: ConnectorManifest;
  readonly draft: ConnectionDraft;
  readonly onChange: (changes: Partial<ConnectionDraft>) => void;
  readonly demand: SecretsDemand;
}

const SignInPanel = ({ manifest, draft, onChange, demand }: SignInPanelProps) => {
  const method = manifest.auth.find(({ id }) => id === draft.authMethod) ?? manifest.auth[0];
  return (
    <Panel title="Sign-in">
      <div className="flex flex-col gap-3">
        <div role="status" className="empty:-mb-3">
          {demand.why !== undefined && <Notice tone="warn">{demand.why}</Notice>}
        </div>
        <Field label="Method" hint={method?.description}>
          {(control) => (
            <Select
              {...control}
              value={draft.authMethod}
              onChange={(authMethod) => onChange({ authMethod, secrets: {} })}
              options={manifest.auth.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </Field>
        {method !== undefined && (
          <SchemaFields
            key={method.id}
            schema={method.fields}
            values={demand.values}
            onChange={(secrets) => onChange({ secrets })}
            secretFields={demand.secretFields}
            isAgain={demand.why !== undefined}
          />
        )}
        <p className="text-small text-muted">These fields are encrypted when they are saved, and never shown again.</p>
      </div>
    </Panel>
  );
};

interface NameFieldsProps {
  readonly draft: ConnectionDraft;
  readonly onChange: (changes: Partial<ConnectionDraft>) => void;
  readonly isKeyFixed: boolean;
  readonly errors: FieldErrors<'name' | 'key'>['at'];
}

const NameFields = ({ draft, onChange, isKeyFixed, errors }: NameFieldsProps) => (
  <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
    <Field label="Name" isRequired error={errors.name}>
      {(control) => (
        <Input
          {...control}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      )}
    </Field>
    <Field
      label="Key"
      error={errors.key}
      hint={
        isKeyFixed
          ? 'Flows name the connection by it; it stays.'
          : 'Flows name the connection by it. Use the same key in every environment.'
      }
    >
      {(control) => (
        <Input
          {...control}
          required
          disabled={isKeyFixed}
          className="font-mono"
          value={draft.key}
          onChange={(event) => onChange({ key: event.target.value })}
        />
      )}
    </Field>
  </div>
);

/** Starting values of a form: the defaults from its schema. */
export const defaultsOf = (schema: ConnectorManifest['settings']): FieldValues =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      property.default === undefined ? [] : [[name, property.default]],
    ),
  );
