'use client';
import { DatabaseBackup } from 'lucide-react';
import { data } from '@throughline/core/flow/field-value';
import { objectOf, systemOf, useDesignerData } from '../designer-data.ts';
import { ChoiceField } from '../form/choice-field.tsx';
import { ConnectionPicker, ObjectPicker } from '../form/pickers.tsx';
import { TextField } from '../form/text-field.tsx';
import { defineStepView, type StepFormProps } from './step-view.ts';
import { WriteIdentity } from './write-identity.tsx';
import { WriteRecord } from './write-record.tsx';
import { WriteUndo } from './write-undo.tsx';

const operationTitles = {
  upsert: 'Create or update',
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
} as const;

const operations = ['upsert', 'create', 'update', 'delete'] as const;

const Form = ({ config, onChange }: StepFormProps<'write'>) => {
  const object = objectOf(useDesignerData(), config.connection, config.object);
  const offered = object?.write?.operations;
  return (
    <>
      <ConnectionPicker
        pointer="/connection"
        value={config.connection}
        onChange={(connection) => onChange({ ...config, connection }, '/connection')}
      />
      <ObjectPicker
        pointer="/object"
        isWritableOnly
        connection={config.connection}
        value={config.object}
        onChange={(name) => onChange({ ...config, object: name }, '/object')}
      />
      <ChoiceField
        label="Operation"
        pointer="/operation"
        value={config.operation}
        options={operations
          .filter((value) => offered === undefined || offered.includes(value))
          .map((value) => ({ value, label: operationTitles[value] }))}
        onChange={(operation) => onChange({ ...config, operation }, '/operation')}
      />
      <WriteIdentity config={config} onChange={onChange} />
      {config.operation !== 'delete' && <WriteRecord config={config} onChange={onChange} />}
      {config.operation === 'upsert' && (
        <ChoiceField
          label="When the record exists"
          pointer="/onConflict"
          value={config.onConflict}
          options={[
            { value: 'update', label: 'Update it' },
            { value: 'skip', label: 'Leave it as it is' },
            { value: 'fail', label: 'Stop as an exception' },
          ]}
          onChange={(onConflict) => onChange({ ...config, onConflict }, '/onConflict')}
        />
      )}
      <ChoiceField
        label="When it was delivered before"
        pointer="/verify"
        value={config.verify}
        options={[
          { value: 'always', label: 'Look, and repair it if needed' },
          { value: 'never', label: 'Trust that it is still there' },
        ]}
        onChange={(verify) => onChange({ ...config, verify }, '/verify')}
      />
      <WriteUndo config={config} onChange={onChange} />
      <DeliveryName config={config} onChange={onChange} />
    </>
  );
};

const DeliveryName = ({ config, onChange }: StepFormProps<'write'>) => (
  <TextField
    label="Name in deliveries"
    pointer="/deliveryName"
    isCode
    value={config.deliveryName ?? ''}
    hint="Steps that write the same record share a name, so that it is delivered once. The step’s id when empty."
    onChange={(deliveryName) => onChange(withDeliveryName(config, deliveryName), '/deliveryName')}
  />
);

function withDeliveryName(config: StepFormProps<'write'>['config'], deliveryName: string) {
  const { deliveryName: _before, ...others } = config;
  return deliveryName === '' ? others : { ...others, deliveryName };
}

export const writeView = defineStepView('write', {
  icon: DatabaseBackup,
  group: 'Systems',
  keywords: 'create update upsert delete save send record',
  newName: 'Write record',
  initial: () => ({
    connection: '',
    object: '',
    operation: 'upsert',
    identity: { externalId: data(''), match: [{ by: 'link' }, { by: 'external-id' }] },
    onConflict: 'update',
    verify: 'always',
  }),
  describe: ({ connection, object, operation }, data) => {
    const system = systemOf(data, connection)?.title ?? connection;
    return object === '' ? 'choose an object' : `${system} · ${operation} ${object}`;
  },
  Form,
});
