import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { idField, read, recordId, stamps, write } from '../fields.ts';
import { subjectTypes } from '../subject-types.ts';

export const externalReferences: ObjectManifest = {
  name: 'external_references',
  title: 'External reference',
  description:
    'Kantata’s own note of which record in another system stands for one of its records. A record has one per system: writing another changes it.',
  schema: {
    type: 'object',
    title: 'External reference',
    properties: {
      ...idField,
      ...stamps,
      subject_type: field.choice(
        'Kind of record',
        'Kantata’s name for the kind of record.',
        Object.values(subjectTypes),
      ),
      subject_id: recordId('Record', 'Id of the Kantata record.'),
      service_name: field.text('System', 'Name of the integration; throughline for ours.'),
      service_model: field.text('Model', 'Kind of record on the other side.'),
      service_model_ref: field.text('Key', 'Key of the record on the other side.'),
      status: field.choice('Sync status', 'How the last transfer went.', ['pending', 'successful', 'failed']),
      external_link: field.text('Link', 'Address of the record on the other side.'),
      external_message: field.text('Message', 'What the other side said.'),
      external_status: field.text('External status', 'State of the record on the other side.'),
      locked: field.flag('Locked', 'True keeps people from changing the record by hand.'),
      last_synced_at: field.instant('Last synced', 'When it was last transferred.', readOnly),
    },
  },
  identity: { field: 'id' },
  lookupFields: ['subject_type', 'subject_id', 'service_name', 'service_model', 'service_model_ref'],
  read,
  write: {
    ...write,
    operations: ['create', 'delete'],
    requiredOnCreate: ['subject_type', 'subject_id', 'service_name', 'service_model', 'service_model_ref'],
  },
};
