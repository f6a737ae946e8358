import { isBlank, saveReference, statusProblems } from '../api/external-reference.ts';
import { text } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { instant } from '../api/list-query.ts';
import type { Resource } from '../api/resource.ts';
import { plainText } from '../api/plain-text.ts';
import type { Attributes, KantataRecord, ResourceKey } from '../api/record.ts';
import { allowed } from '../api/write-record.ts';
import type { Writer } from '../api/write-record.ts';
import { KantataError, invalid, systemError } from '../kantata-error.ts';
import { present } from './checks.ts';

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
  operations: ['index', 'delete'],
  attributes: ['id', ...WRITABLE, 'created_at', 'updated_at', 'last_synced_at'],
  createAttributes: WRITABLE,
  updateAttributes: [],
  bulkLimit: 1,
  page: 'External References',
  filters: {
    subject_type: text('subject_type'),
    subject_id: text('subject_id'),
    service_name: text('service_name'),
    service_model: text('service_model'),
    service_model_ref: text('service_model_ref'),
    status: text('status'),
    external_status: text('external_status'),
    external_message: text('external_message'),
    last_synced_after: (record, value) => instant(record['last_synced_at']) >= instant(value),
    last_synced_before: (record, value) => instant(record['last_synced_at']) <= instant(value),
  },
  requireQuery: (query) => {
    if (isBlank(query.get('subject_type'))) throw systemError(400, 'subject_type is required');
  },
  orderBy: { created_at: 'created_at', last_synced_at: 'last_synced_at' },
  defaultOrder: 'last_synced_at:desc',
  validate: (attributes, { store }) => {
    const problems = [
      ...present(attributes, 'service_model_ref', 'service_model', 'service_name', 'subject_id', 'subject_type'),
      ...statusProblems(attributes['status']),
    ];
    const subject = findSubject(store, attributes);
    if (subject === undefined) problems.push(invalid('subject_id', 'Subject must exist'));
    return problems;
  },
};

/** `POST /external_references/create_or_update`, the one way to write a reference on its own. */
export function createOrUpdateReference(writer: Writer, raw: unknown): KantataRecord {
  const { store, userId } = writer;
  const input = allowed(raw, WRITABLE);
  const problems = externalReferenceResource.validate?.(input, { store, userId, previous: undefined, input }) ?? [];
  if (problems.length > 0) throw new KantataError(422, ...problems);
  const { subject_type: type, subject_id: id, ...reference } = input;
  return store.transaction(() => saveReference(store, plainText(type), plainText(id), reference));
}

function findSubject(store: KantataStore, attributes: Attributes): unknown {
  const resource = SUBJECTS[String(attributes['subject_type'])];
  return resource === undefined ? undefined : store.get(resource, attributes['subject_id']);
}
