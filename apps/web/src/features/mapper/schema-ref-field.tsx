'use client';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorCatalog } from '@throughline/core/connector/manifest';
import { entityNames, entityOf } from '@throughline/core/canonical';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { describeSchemaRef } from './describe-schema-ref.ts';

interface SchemaRefFieldProps {
  readonly label: string;
  readonly value: SchemaRef;
  readonly onChange: (value: SchemaRef) => void;
  readonly isReadOnly?: boolean;
}

const catalog: ConnectorCatalog = connectorCatalog;

const choices: readonly {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly ref: SchemaRef;
}[] = [
  { value: 'any', label: 'Anything', ref: { kind: 'any' } },
  ...entityNames.map((entity) => ({
    value: `entity:${entity}`,
    label: entityOf(entity).title,
    hint: 'entity',
    ref: { kind: 'entity' as const, entity },
  })),
  ...Object.values(catalog).flatMap((system) =>
    Object.values(system.objects).map((object) => ({
      value: `object:${system.id}:${object.name}`,
      label: object.title,
      hint: system.title,
      ref: { kind: 'object' as const, system: system.id, object: object.name },
    })),
  ),
];

const valueOf = (ref: SchemaRef): string => {
  switch (ref.kind) {
    case 'any':
      return 'any';
    case 'entity':
      return `entity:${ref.entity}`;
    case 'object':
      return `object:${ref.system}:${ref.object}`;
    case 'bundle':
      return 'bundle';
  }
};

/** Chooses where a mapping's shape comes from: one of our entities, an object of a system, or anything. */
export const SchemaRefField = ({ label, value, onChange, isReadOnly = false }: SchemaRefFieldProps) => {
  const chosen = valueOf(value);
  const isListed = choices.some((choice) => choice.value === chosen);
  const options = choices.map(({ value: option, label: text, hint }) => ({
    value: option,
    label: text,
    ...(hint === undefined ? {} : { hint }),
  }));
  const own = { value: chosen, label: describeSchemaRef(value) };
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={chosen}
          isDisabled={isReadOnly}
          options={isListed ? options : [own, ...options]}
          onChange={(next) => {
            const choice = choices.find((each) => each.value === next);
            if (choice !== undefined) onChange(choice.ref);
          }}
        />
      )}
    </Field>
  );
};
