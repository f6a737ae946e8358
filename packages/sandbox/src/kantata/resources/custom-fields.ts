import { externalReferences, isBlank, referenceFilters } from '../api/external-reference.ts';
import { ACCOUNT_ID } from '../api/kantata-store.ts';
import { contains, ids, text } from '../api/filters.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import { plainText } from '../api/plain-text.ts';
import { systemError } from '../kantata-error.ts';
import { exists, idText, oneOf, present } from './checks.ts';
import { valuesOf } from './custom-field-input.ts';

/** A custom field that an account adds to projects, tasks, people or groups. */
export const customFields: Resource = {
  key: 'custom_fields',
  singular: 'custom_field',
  subjectType: 'CustomField',
  operations: ['index', 'show'],
  attributes: [
    'id name value_type creator_id default_text unique_constraint write_access read_access created_at updated_at',
    'values_count has_values hidden_in_user_interface currency',
  ].flatMap((names) => names.split(' ')),
  createAttributes: [],
  updateAttributes: [],
  bulkLimit: 1,
  hasMany: { external_references: externalReferences('CustomField') },
  page: 'Custom Fields',
  filters: { ...referenceFilters('CustomField'), matching: contains('name'), subject_type: text('subject_type') },
  orderBy: { name: 'name', updated_at: 'updated_at' },
  defaultOrder: 'name:asc',
  compute: (record, store) => {
    const count = store.where('custom_field_values', 'custom_field_id', record.id).length;
    return { values_count: count, has_values: count > 0 };
  },
};

/** The value that one record holds in one custom field. */
export const customFieldValueResource: Resource = {
  key: 'custom_field_values',
  singular: 'custom_field_value',
  subjectType: 'CustomFieldValue',
  operations: ALL_OPERATIONS,
  attributes: [
    'id subject_type subject_id value display_value can_edit type account_id custom_field_name created_at updated_at',
  ].flatMap((names) => names.split(' ')),
  createAttributes: ['subject_type', 'subject_id', 'custom_field_id', 'value'],
  updateAttributes: ['value'],
  bulkLimit: 100,
  belongsTo: {
    setter: { foreignKey: 'setter_id', resource: 'users' },
    custom_field: { foreignKey: 'custom_field_id', resource: 'custom_fields' },
  },
  page: 'Custom Field Values',
  filters: {
    ...referenceFilters('CustomFieldValue'),
    subject_type: text('subject_type'),
    with_custom_field_id: ids('custom_field_id'),
    with_setter_id: ids('setter_id'),
    with_subject_id: ids('subject_id'),
  },
  requireQuery: (query) => {
    if (isBlank(query.get('subject_type'))) throw systemError(400, 'subject_type is required');
  },
  orderBy: { created_at: 'created_at', subject_id: 'subject_id', updated_at: 'updated_at' },
  defaultOrder: 'created_at:asc',
  validate: (attributes, { store }) => [
    ...present(attributes, 'subject_type', 'subject_id', 'custom_field_id', 'value'),
    ...exists(store, attributes, 'custom_field_id', 'custom_fields'),
    ...oneOf(attributes, 'subject_type', ['Workspace', 'Story', 'User', 'WorkspaceGroup']),
  ],
  // A new value takes the place of the earlier one, and has an id of its own.
  afterWrite: (record, { store }) => {
    const { subject_type: type, subject_id: id, custom_field_id: fieldId } = record;
    for (const each of valuesOf(store, plainText(type), plainText(id))) {
      if (each['custom_field_id'] === fieldId && each.id !== record.id) store.remove('custom_field_values', each.id);
    }
  },
  complete: (attributes, { userId }) => ({
    ...attributes,
    account_id: ACCOUNT_ID,
    subject_id: idText(attributes['subject_id']),
    custom_field_id: idText(attributes['custom_field_id']),
    setter_id: userId,
  }),
  compute: (record, store) => {
    const field = store.get('custom_fields', record['custom_field_id']);
    const value = record['value'];
    return {
      type: field?.['value_type'] ?? null,
      custom_field_name: field?.['name'] ?? null,
      display_value: typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value),
      can_edit: true,
    };
  },
};
