import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, recordId } from '../fields.ts';

const kind = (title: string, description: string) =>
  field.choice(title, description, ['companies', 'contacts', 'deals', 'line_items', 'products']);

export const associations: ObjectManifest = {
  name: 'associations',
  title: 'Association',
  description: 'Relates two records, for example a line item to its deal. Writing it again changes nothing.',
  schema: {
    type: 'object',
    title: 'Association',
    properties: {
      id: field.text('Association id', 'Both ends in one text, for example deals/1/line_items/2.', readOnly),
      fromType: kind('From object', 'Object of the one record.'),
      fromId: recordId('From record', 'Id of the one record.'),
      toType: kind('To object', 'Object of the other record.'),
      toId: recordId('To record', 'Id of the other record.'),
    },
  },
  identity: { field: 'id' },
  lookupFields: ['fromType', 'fromId', 'toType'],
  read: platform.read,
  write: {
    operations: ['create', 'delete'],
    recognisesRepeats: true,
    requiredOnCreate: ['fromType', 'fromId', 'toType', 'toId'],
  },
};
