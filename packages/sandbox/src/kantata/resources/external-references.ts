import { isBlank, referencesOf, statusProblems } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { ALL_OPERATIONS, idFilter } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import type { Attributes, ResourceKey } from '../api/record.ts';
import { invalid, systemError } from '../kantata-error.ts';
import { idText, present } from './checks.ts';

/** Endpoints whose records can carry a reference, by the name `subject_type` uses. */
const SUBJECTS: Readonly<Record<string, ResourceKey>> = {
  Workspace: 'workspaces',
  Story: 'stories',
  WorkspaceGroup: 'workspace_groups',
  User: 'users',
  Role: 'roles',
  RateCard: 'rate_cards',
  WorkspaceResource: 'workspace_resources',
  Participation: 'participations',
  Assignment: 'assignments',
  TimeEntry: 'time_entries',
  CustomField: 'custom_fields',
  CustomFieldValue: 'custom_field_values',
};

const WRITABLE = [
  'service_name service_model service_model_ref subject_id subject_type status external_link external_message',
  'external_status locked',
].flatMap((names) => names.split(' '));

/**
 * The ledger that integrations keep inside Kantata. Each entry says which record of which service a Kantata record
 * corresponds to.
 */
export const externalReferenceResource: Resource = {
  key: 'external_references',
  singular: 'external_reference',
  subjectType: 'ExternalReference',
  operations: ALL_OPERATIONS,
  attributes: ['id', ...WRITABLE, 'created_at', 'updated_at', 'last_synced_at'],
  createAttributes: WRITABLE,
  updateAttributes: WRITABLE,
  bulkLimit: 1,
  filters: {
    subject_type: idFilter('subject_type'),
    subject_id: idFilter('subject_id'),
    service_name: (record, value) => record['service_name'] === value,
    service_model: (record, value) => record['service_model'] === value,
    service_model_ref: (record, value) => record['service_model_ref'] === value,
    status: idFilter('status'),
    external_status: (record, value) => record['external_status'] === value,
    external_message: (record, value) => record['external_message'] === value,
    last_synced_after: (record, value) => Date.parse(String(record['last_synced_at'])) >= Date.parse(value),
    last_synced_before: (record, value) => Date.parse(String(record['last_synced_at'])) <= Date.parse(value),
  },
  requireQuery: (query) => {
    if (isBlank(query.get('subject_type'))) throw systemError(400, 'subject_type is required');
  },
  orderBy: ['created_at', 'last_synced_at'],
  defaultOrder: 'last_synced_at:desc',
  validate: (attributes, { store, previous }) => {
    const problems = [
      ...present(attributes, 'service_model_ref', 'service_model', 'service_name', 'subject_id', 'subject_type'),
      ...statusProblems(attributes['status']),
    ];
    const subject = findSubject(store, attributes);
    if (subject === undefined) problems.push(invalid('subject_id', 'Subject must exist'));
    const twin = referencesOf(store, String(attributes['subject_type']), String(attributes['subject_id'])).find(
      (each) => each['service_name'] === attributes['service_name'],
    );
    if (twin !== undefined && twin.id !== previous?.id) {
      problems.push(invalid('service_name', 'Service name has already been taken'));
    }
    return problems;
  },
  complete: (attributes, { store }) => ({
    external_link: null,
    external_message: null,
    external_status: null,
    locked: false,
    ...attributes,
    status: attributes['status'] ?? 'pending',
    subject_id: idText(attributes['subject_id']),
    service_model_ref: idText(attributes['service_model_ref']),
    last_synced_at: store.now(),
  }),
};

function findSubject(store: KantataStore, attributes: Attributes): unknown {
  const resource = SUBJECTS[String(attributes['subject_type'])];
  return resource === undefined ? undefined : store.get(resource, attributes['subject_id']);
}
