import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { idField, platform } from '../fields.ts';

/** Changed by administrators in HubSpot itself; read here to resolve ids. */
export const owners: ObjectManifest = {
  name: 'owners',
  title: 'Owner',
  description: 'Somebody of the firm who owns companies, contacts and deals.',
  entity: 'resource',
  schema: {
    type: 'object',
    title: 'Owner',
    properties: {
      ...idField,
      email: field.text('Email', 'Work email address.', { format: 'email', ...readOnly }),
      firstName: field.text('First name', 'Given name.', readOnly),
      lastName: field.text('Last name', 'Family name.', readOnly),
      userId: field.integer('User id', 'Id of the person as a user; another number than the owner’s.', readOnly),
      createdAt: field.instant('Created', 'When the owner was created.', readOnly),
      updatedAt: field.instant('Updated', 'When the owner last changed.', readOnly),
      archived: field.flag('Archived', 'True for people who have left.', readOnly),
    },
  },
  nameField: 'lastName',
  identity: { field: 'id' },
  lookupFields: ['email'],
  read: platform.read,
};

export const pipelines: ObjectManifest = {
  name: 'pipelines',
  title: 'Deal pipeline',
  description: 'A sales pipeline with its stages. A deal names both by id.',
  schema: {
    type: 'object',
    title: 'Deal pipeline',
    properties: {
      id: field.text('Pipeline id', 'Id that deals carry.', readOnly),
      label: field.text('Name', 'Name that people see.', readOnly),
      displayOrder: field.integer('Order', 'Place among the pipelines.', readOnly),
      archived: field.flag('Archived', 'True when it can no longer be used.', readOnly),
      stages: field.list(
        'Stages',
        'Stages from first to last.',
        field.object('Stage', 'One stage.', {
          id: field.text('Stage id', 'Id that deals carry.', readOnly),
          label: field.text('Name', 'Name that people see.', readOnly),
          displayOrder: field.integer('Order', 'Place within the pipeline.', readOnly),
          metadata: field.object('Facts', 'What the stage means.', {
            isClosed: field.text('Closed', 'The text true or false.', readOnly),
            probability: field.text('Probability', 'Chance to win from 0 to 1; 1.0 counts as won.', readOnly),
          }),
        }),
        readOnly,
      ),
    },
  },
  nameField: 'label',
  identity: { field: 'id' },
  lookupFields: ['label'],
  read: platform.read,
};
