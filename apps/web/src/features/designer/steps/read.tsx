'use client';
import { DatabaseZap } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { fieldsOf, typeName } from '@throughline/core/mapping/schema-fields';
import { objectOf, systemOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { ValueField } from '../form/value-field.tsx';
import { FieldValues } from '../form/field-values.tsx';
import { IncludeField } from '../form/include-field.tsx';
import { ConnectionPicker, ObjectPicker } from '../form/pickers.tsx';
import { TextField } from '../form/text-field.tsx';
import { missingOptions } from './missing-options.ts';
import { defineStepView, type StepFormProps } from './step-view.ts';

type Config = StepFormProps<'read'>['config'];
type Find = Config['find'];

const starts: Record<Find['by'], Find> = {
  id: { by: 'id', value: data('') },
  'external-id': { by: 'external-id', value: data('') },
  fields: { by: 'fields', fields: {} },
  list: { by: 'list', where: {} },
};

const findOptions = [
  { value: 'id', label: 'One record by its id' },
  { value: 'external-id', label: 'One record by our reference' },
  { value: 'fields', label: 'One record by field values' },
  { value: 'list', label: 'A list of records' },
] as const;

const Form = ({ config, onChange }: StepFormProps<'read'>) => {
  const object = objectOf(useDesignerData(), config.connection, config.object);
  return (
    <>
      <ConnectionPicker
        pointer="/connection"
        value={config.connection}
        onChange={(connection) => onChange({ ...config, connection }, '/connection')}
      />
      <ObjectPicker
        pointer="/object"
        connection={config.connection}
        value={config.object}
        onChange={(name) => onChange({ ...config, object: name, include: [] }, '/object')}
      />
      <ChoiceField
        label="Find"
        pointer="/find/by"
        value={config.find.by}
        options={findOptions}
        onChange={(by) => {
          if (by !== config.find.by) onChange({ ...config, find: starts[by] }, '/find/by');
        }}
      />
      <FindFields
        find={config.find}
        fields={object?.lookupFields ?? []}
        all={fieldsOf(object?.schema).map(({ name, schema }) => ({
          value: name,
          detail: typeName(schema),
          hint: schema.title,
        }))}
        onChange={(find, field) => onChange({ ...config, find }, field)}
      />
      <IncludeField
        object={object}
        value={config.include}
        onChange={(include) => onChange({ ...config, include }, '/include')}
      />
      {config.find.by !== 'list' && (
        <ChoiceField
          label="When there is none"
          pointer="/onMissing"
          value={config.onMissing}
          options={missingOptions}
          onChange={(onMissing) => onChange({ ...config, onMissing }, '/onMissing')}
        />
      )}
      {config.find.by !== 'list' && config.onMissing === 'fail' && (
        <TextField
          label="Exception code"
          pointer="/missingCode"
          isCode
          value={config.missingCode}
          onChange={(missingCode) => onChange({ ...config, missingCode }, '/missingCode')}
        />
      )}
    </>
  );
};

interface FindFieldsProps {
  readonly find: Find;
  /** Names by which a record can be found. */
  readonly fields: readonly string[];
  readonly all: readonly ComboboxOption[];
  readonly onChange: (find: Find, field: string) => void;
}

const FindFields = ({ find, fields, all, onChange }: FindFieldsProps) => {
  switch (find.by) {
    case 'id':
    case 'external-id':
      return (
        <ValueField
          prefers="data"
          label={find.by === 'id' ? 'Record id' : 'Reference'}
          pointer="/find/value"
          isRequired
          value={find.value}
          onChange={(value) => onChange({ ...find, value }, '/find/value')}
        />
      );
    case 'fields':
      return (
        <FieldValues
          label="Where"
          pointer="/find/fields"
          value={find.fields}
          fields={all.filter(({ value }) => fields.includes(value))}
          addLabel="Add field"
          onChange={(values) => onChange({ ...find, fields: values }, '/find/fields')}
        />
      );
    case 'list':
      return (
        <FieldValues
          label="Where"
          pointer="/find/where"
          hint="All records whose fields have these values."
          value={find.where}
          fields={all}
          addLabel="Add condition"
          onChange={(where) => onChange({ ...find, where }, '/find/where')}
        />
      );
  }
};

export const readView = defineStepView('read', {
  icon: DatabaseZap,
  group: 'Systems',
  keywords: 'get fetch query find load record list',
  newName: 'Read record',
  initial: () => ({
    connection: '',
    object: '',
    find: { by: 'id', value: data('') },
    include: [],
    onMissing: 'fail',
    missingCode: 'RECORD_NOT_FOUND',
  }),
  describe: ({ connection, object, find }, data) => {
    const system = systemOf(data, connection)?.title ?? connection;
    return object === '' ? 'choose an object' : `${system} · ${find.by === 'list' ? 'list of ' : ''}${object}`;
  },
  Form,
});
