'use client';
import { entityNames, entityOf } from '@throughline/core/canonical';
import { data, type FieldValue } from '@throughline/core/flow/field-value';
import { fieldsOf, typeName } from '@throughline/core/mapping/schema-fields';
import { EntityLink } from '#features/model/entity-link.tsx';
import { objectOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { isBlank } from '../form/short-value.ts';
import { ValueField } from '../form/value-field.tsx';
import { useFormContext } from '../form/form-context.ts';
import { Rows } from '../form/rows.tsx';
import type { StepFormProps } from './step-view.ts';

type Identity = StepFormProps<'write'>['config']['identity'];
type Match = Identity['match'][number];

const starts: Record<Match['by'], Match> = {
  link: { by: 'link' },
  'external-id': { by: 'external-id' },
  field: { by: 'field', field: '', value: data('') },
};

const matchOptions = [
  { value: 'link', label: 'The linked record' },
  { value: 'external-id', label: 'The record with our reference' },
  { value: 'field', label: 'A field with a value' },
] as const;

/** What makes a write repeatable, and how an existing record is found. */
export const WriteIdentity = ({ config, onChange }: StepFormProps<'write'>) => {
  const { identity } = config;
  const change = (next: Identity, field: string) => onChange({ ...config, identity: next }, `/identity${field}`);
  return (
    <>
      <ValueField
        prefers="data"
        label="Our reference"
        pointer="/identity/externalId"
        isRequired
        value={identity.externalId}
        hint="Kept with the record: the same reference is never written twice."
        onChange={(externalId) => change({ ...identity, externalId }, '/externalId')}
      />
      <ChoiceField
        label="Stands for"
        pointer="/identity/entity"
        value={identity.entity ?? ''}
        hint="The records of one entity are linked across systems."
        options={[
          { value: '', label: 'Nothing of ours' },
          ...entityNames.map((name) => ({ value: name as string, label: entityOf(name).title })),
        ]}
        action={identity.entity !== undefined && <EntityLink entity={identity.entity} />}
        onChange={(entity) => change(withEntity(identity, entity), '/entity')}
      />
      {identity.entity !== undefined && (
        <ValueField
          prefers="data"
          label="Identity of the entity"
          pointer="/identity/canonicalId"
          value={identity.canonicalId}
          onChange={(canonicalId) => change(withCanonicalId(identity, canonicalId), '/canonicalId')}
        />
      )}
      {config.operation !== 'create' && (
        <Rows
          label="Matches"
          hint="Tried in this order; the first match is used."
          items={identity.match}
          addLabel="Add match"
          create={(): Match => starts.field}
          onChange={(match) => change({ ...identity, match: [...match] }, '/match')}
          render={(match, index, changeMatch) => <MatchRow {...{ config, match, index, onChange: changeMatch }} />}
        />
      )}
    </>
  );
};

interface MatchRowProps {
  readonly config: StepFormProps<'write'>['config'];
  readonly match: Match;
  readonly index: number;
  readonly onChange: (match: Match) => void;
}

const MatchRow = ({ config, match, index, onChange }: MatchRowProps) => {
  const { isReadOnly, problemAt } = useFormContext();
  const object = objectOf(useDesignerData(), config.connection, config.object);
  const pointer = `/identity/match/${index}`;
  const fields = fieldsOf(object?.schema)
    .filter(({ name }) => object?.lookupFields.includes(name))
    .map(({ name, schema }) => ({ value: name, detail: typeName(schema), hint: schema.title }));
  return (
    <>
      <ChoiceField
        label={`${index + 1}. by`}
        pointer={`${pointer}/by`}
        value={match.by}
        options={matchOptions}
        onChange={(by) => {
          if (by !== match.by) onChange(starts[by]);
        }}
      />
      {match.by === 'field' && (
        <>
          <Combobox
            label="Field"
            placeholder="field"
            value={match.field}
            options={fields}
            isReadOnly={isReadOnly}
            isInvalid={problemAt(`${pointer}/field`) !== undefined}
            onChange={(field) => onChange({ ...match, field })}
          />
          <ValueField
            prefers="data"
            label="has the value"
            pointer={`${pointer}/value`}
            value={match.value}
            onChange={(value) => onChange({ ...match, value })}
          />
        </>
      )}
    </>
  );
};

function withEntity({ externalId, match, canonicalId }: Identity, entity: string): Identity {
  return entity === ''
    ? { externalId, match }
    : { externalId, match, entity, ...(canonicalId === undefined ? {} : { canonicalId }) };
}

function withCanonicalId({ canonicalId: _before, ...others }: Identity, canonicalId: FieldValue): Identity {
  return isBlank(canonicalId) ? others : { ...others, canonicalId };
}
