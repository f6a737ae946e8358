-- Rows of a database as the release with migration 0005_shared_limits left it: some of every table, of two organisations.
INSERT INTO organisation (id, key, name, time_zone, created_at) VALUES
  ('00000000-0000-7000-8000-000000000001', 'halden-pike', 'Halden & Pike', 'Europe/London', '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000002', 'other-firm', 'Another firm', 'UTC', '2026-11-01T08:00:00Z');

INSERT INTO environment (id, organisation_id, key, name, kind, position, created_at) VALUES
  ('00000000-0000-7000-8000-000000000011', '00000000-0000-7000-8000-000000000001', 'development', 'Development', 'development', 0, '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000001', 'test', 'Test', 'test', 1, '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001', 'production', 'Production', 'production', 2, '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000002', 'test', 'Test', 'test', 0, '2026-11-01T08:00:00Z');

INSERT INTO "user" (id, name, email, email_verified, image, created_at, updated_at) VALUES
  ('user-ana', 'Ana Ruiz', 'ana@haldenpike.example', true, NULL, '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z'),
  ('user-ben', 'Ben Okafor', 'ben@haldenpike.example', true, NULL, '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z'),
  ('user-zoe', 'Zoë Other', 'zoe@other.example', true, NULL, '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z');

INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES
  ('user-ana-password', 'user-ana', 'credential', 'user-ana', '0123456789abcdef0123456789abcdef:00ff', '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z');

INSERT INTO session (id, expires_at, token, created_at, updated_at, ip_address, user_agent, user_id) VALUES
  ('session-1', '2026-11-30T20:00:00Z', 'token-of-a-session', '2026-11-30T08:00:00Z', '2026-11-30T08:00:00Z', '192.0.2.7', 'Browser', 'user-ana');

INSERT INTO verification (id, identifier, value, expires_at, created_at, updated_at) VALUES
  ('verification-1', 'ana@haldenpike.example', 'value', '2026-11-30T20:00:00Z', '2026-11-30T08:00:00Z', '2026-11-30T08:00:00Z');

INSERT INTO member (id, organisation_id, user_id, roles, created_at) VALUES
  ('00000000-0000-7000-8000-000000000031', '00000000-0000-7000-8000-000000000001', 'user-ana', '{analyst}', '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000032', '00000000-0000-7000-8000-000000000001', 'user-ben', '{approver,admin}', '2026-11-01T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000033', '00000000-0000-7000-8000-000000000002', 'user-zoe', '{admin}', '2026-11-01T08:00:00Z');

INSERT INTO definition (id, organisation_id, kind, key, name, description, owner_user_id, created_at, archived_at) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000001', 'flow', 'closed-won-handoff', 'Closed-won handoff', 'From deal to contract', 'user-ana', '2026-11-02T08:00:00Z', NULL),
  ('00000000-0000-7000-8000-000000000042', '00000000-0000-7000-8000-000000000001', 'value-map', 'practices', 'Practices', '', NULL, '2026-11-02T08:00:00Z', '2026-11-20T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000043', '00000000-0000-7000-8000-000000000002', 'flow', 'closed-won-handoff', 'Their handoff', '', NULL, '2026-11-02T08:00:00Z', NULL),
  ('00000000-0000-7000-8000-000000000044', '00000000-0000-7000-8000-000000000001', 'flow', 'follow-accounts', 'Follow accounts', '', NULL, '2026-11-02T08:00:00Z', NULL);

INSERT INTO change (id, organisation_id, number, title, description, state, created_by, created_at, submitted_by, submitted_at, decided_at) VALUES
  ('00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000001', 1, 'First version', '', 'published', 'user-ana', '2026-11-03T08:00:00Z', 'user-ana', '2026-11-03T09:00:00Z', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-000000000052', '00000000-0000-7000-8000-000000000001', 2, 'Wider terms', 'Takes 60 days too', 'open', 'user-ana', '2026-11-10T08:00:00Z', NULL, NULL, NULL);

INSERT INTO version (id, organisation_id, definition_id, number, document, hash, change_id, created_by, created_at) VALUES
  ('00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000041', 1, '{"format": 1, "body": []}', 'a1', '00000000-0000-7000-8000-000000000051', 'user-ana', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-000000000062', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000043', 1, '{"format": 1, "body": []}', 'b1', NULL, 'user-zoe', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-000000000063', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000044', 1, '{"format": 1, "trigger": {"kind": "change", "name": "Changed", "connection": "salesforce", "object": "Account"}, "body": []}', 'c1', NULL, 'user-ana', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-000000000064', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000044', 2, '{"format": 1, "trigger": {"kind": "change", "name": "Changed", "connection": "salesforce", "object": "Contact"}, "body": []}', 'c2', NULL, 'user-ana', '2026-11-04T10:00:00Z');

INSERT INTO draft (definition_id, organisation_id, document, revision, base_version_id, authors, updated_by, updated_at) VALUES
  ('00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000001', '{"format": 1, "body": [], "name": "draft"}', 2, '00000000-0000-7000-8000-000000000061', '{user-ana}', 'user-ana', '2026-11-10T08:00:00Z');

INSERT INTO draft_revision (id, organisation_id, definition_id, revision, document, saved_by, saved_at) VALUES
  ('00000000-0000-7000-8000-000000000071', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000041', 1, '{"format": 1, "body": []}', 'user-ana', '2026-11-09T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000072', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000041', 2, '{"format": 1, "body": [], "name": "draft"}', 'user-ana', '2026-11-10T08:00:00Z');

INSERT INTO change_item (id, organisation_id, change_id, definition_id, document, draft_revision, base_version_id, authors, version_id) VALUES
  ('00000000-0000-7000-8000-000000000081', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000051', '00000000-0000-7000-8000-000000000041', '{"format": 1, "body": []}', 1, NULL, '{user-ana}', '00000000-0000-7000-8000-000000000061');

INSERT INTO review (id, organisation_id, change_id, user_id, decision, comment, created_at) VALUES
  ('00000000-0000-7000-8000-000000000091', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000051', 'user-ben', 'approved', 'Good', '2026-11-03T10:00:00Z');

INSERT INTO release (id, organisation_id, environment_id, number, change_id, rolls_back_id, previous, note, published_by, published_at) VALUES
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 1, '00000000-0000-7000-8000-000000000051', NULL, '[]', 'Go', 'user-ben', '2026-11-03T10:00:00Z');

INSERT INTO live_version (id, organisation_id, environment_id, definition_id, version_id, release_id, updated_at) VALUES
  ('00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000061', '00000000-0000-7000-8000-0000000000a1', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-0000000000b2', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000044', '00000000-0000-7000-8000-000000000063', '00000000-0000-7000-8000-0000000000a1', '2026-11-03T10:00:00Z');

INSERT INTO connection (id, organisation_id, environment_id, key, name, system, settings, auth_method, secret_ciphertext, secret_key_id, secret_fields, state, state_message, tested_at, revision, created_by, created_at, updated_at) VALUES
  ('00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'salesforce', 'Salesforce', 'salesforce', '{"baseUrl": "https://example.my.salesforce.com"}', 'client-credentials', 'ciphertext', 'key-1', '{clientId,clientSecret}', 'active', NULL, '2026-11-04T08:00:00Z', 3, 'user-ben', '2026-11-03T08:00:00Z', '2026-11-04T08:00:00Z'),
  ('00000000-0000-7000-8000-0000000000c2', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'netsuite', 'NetSuite', 'netsuite', '{"accountId": "TSTDRV1"}', 'oauth2-m2m', 'ciphertext', 'key-1', '{privateKey}', 'failing', 'Refused', NULL, 1, NULL, '2026-11-03T08:00:00Z', '2026-11-04T08:00:00Z');

INSERT INTO change_cursor (id, organisation_id, environment_id, definition_id, connection_id, cursor, since, polled_at, failure_message, seen) VALUES
  ('00000000-0000-7000-8000-0000000000d1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', 'cursor-17', '2026-11-03T08:00:00Z', '2026-11-30T08:00:00Z', NULL, 42),
  ('00000000-0000-7000-8000-0000000000d2', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000044', '00000000-0000-7000-8000-0000000000c1', 'cursor-18', '2026-11-03T08:00:00Z', '2026-11-30T08:00:00Z', NULL, 3),
  ('00000000-0000-7000-8000-0000000000d3', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000044', '00000000-0000-7000-8000-0000000000c1', 'cursor-19', '2026-11-03T08:00:00Z', '2026-11-30T08:00:00Z', NULL, 3);

INSERT INTO run (id, organisation_id, environment_id, definition_id, version_id, draft_document, pins, draft_pins, mode, source, state, business_key, business_label, ordering_key, trigger, output, error_code, error_message, replay_of_run_id, exception_id, parent_run_id, started_by, occurred_at, item_overrides, worker_id, trace_id, created_at, started_at, finished_at, data_removed_at) VALUES
  ('00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000061', NULL, '{}', NULL, 'live', 'webhook', 'succeeded', '006A', 'A deal', '006A', '{"Id": "006A"}', '{"done": true}', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-05T08:00:00Z', NULL, 'worker-1', '0af7651916cd43dd8448eb211c80319c', '2026-11-05T08:00:00Z', '2026-11-05T08:00:01Z', '2026-11-05T08:00:02Z', NULL),
  ('00000000-0000-7000-8000-0000000000e2', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000061', NULL, '{}', NULL, 'live', 'webhook', 'failed', '006B', 'Another deal', '006B', '{"Id": "006B"}', NULL, 'BILLING_TERMS_MISSING', 'Terms are missing', NULL, '00000000-0000-7000-8000-0000000000f1', NULL, NULL, '2026-11-05T09:00:00Z', '{"lines[2]": {"Id": "line"}}', 'worker-1', NULL, '2026-11-05T09:00:00Z', '2026-11-05T09:00:01Z', '2026-11-05T09:00:02Z', NULL),
  ('00000000-0000-7000-8000-0000000000e3', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-000000000061', NULL, '{}', NULL, 'live', 'person', 'running', '006C', NULL, '006C', '{"Id": "006C"}', NULL, NULL, NULL, NULL, NULL, NULL, 'user-ana', NULL, NULL, 'worker-1', NULL, '2026-11-05T10:00:00Z', '2026-11-05T10:00:01Z', NULL, NULL);

INSERT INTO step_run (id, organisation_id, run_id, step_id, path, kind, position, state, attempts, input, output, error_code, error_message, retries, started_at, finished_at, duration_ms) VALUES
  ('00000000-0000-7000-8000-000000000101', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e1', 'writeContract', 'writeContract', 'write', 0, 'succeeded', 2, '{"a": 1}', '{"id": "7"}', NULL, NULL, '[{"attempt": 1}]', '2026-11-05T08:00:01Z', '2026-11-05T08:00:02Z', 1000),
  ('00000000-0000-7000-8000-000000000102', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e2', 'checkTerms', 'checkTerms', 'check', 0, 'failed', 1, NULL, NULL, 'BILLING_TERMS_MISSING', 'Terms are missing', '[]', '2026-11-05T09:00:01Z', '2026-11-05T09:00:02Z', 5),
  ('00000000-0000-7000-8000-000000000103', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e3', 'approve', 'approve', 'approve', 0, 'waiting', 1, '{"workflowId": "run-e3", "question": "Go on?"}', NULL, NULL, NULL, '[]', '2026-11-05T10:00:01Z', NULL, NULL),
  ('00000000-0000-7000-8000-000000000104', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e3', 'await', 'both[1].await', 'wait', 1, 'waiting', 1, '{"workflowId": "run-e3-part-1", "type": "contract.signed", "subject": "006C"}', NULL, NULL, NULL, '[]', '2026-11-05T10:00:02Z', NULL, NULL),
  ('00000000-0000-7000-8000-000000000105', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000e2', 'late', 'late', 'approve', 1, 'waiting', 1, '{"workflowId": "run-e2", "question": "Go on?"}', NULL, NULL, NULL, '[]', '2026-11-05T09:00:02Z', NULL, NULL);

INSERT INTO approval (id, organisation_id, environment_id, run_id, path, question, role, decision, decided_by, comment, due_at, decided_at, created_at) VALUES
  ('00000000-0000-7000-8000-000000000111', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-0000000000e3', 'approve', 'Go on?', 'approver', NULL, NULL, NULL, '2026-12-05T10:00:01Z', NULL, '2026-11-05T10:00:01Z');

INSERT INTO exception (id, organisation_id, environment_id, definition_id, run_id, step_id, path, code, message, details, business_key, business_label, payload, state, owner_user_id, resolution, resolution_reason, resolved_by, resolved_at, replay_run_id, created_at) VALUES
  ('00000000-0000-7000-8000-0000000000f1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000e2', 'checkTerms', 'checkTerms', 'BILLING_TERMS_MISSING', 'Terms are missing', '[{"field": "terms"}]', '006B', 'Another deal', '{"Id": "006B"}', 'open', 'user-ana', NULL, NULL, NULL, NULL, NULL, '2026-11-05T09:00:02Z'),
  ('00000000-0000-7000-8000-0000000000f2', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000e1', 'each', 'each[3].writeLine', 'SYSTEM_REFUSED', 'Refused', '[]', '006A', 'A deal', '{"line": 3}', 'resolved', NULL, 'by-hand', 'Done in the ERP', 'user-ana', '2026-11-06T09:00:02Z', NULL, '2026-11-05T08:00:02Z'),
  ('00000000-0000-7000-8000-0000000000f3', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000e1', 'writeLine', 'orders[1].lines[2]', 'SYSTEM_REFUSED', 'Refused', '[]', '006A', 'A deal', '{"line": 2}', 'open', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-05T08:00:02Z'),
  ('00000000-0000-7000-8000-0000000000f4', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000e2', 'writeProject', 'writeProject undo', 'UNDO_FAILED', 'Could not be taken back', '[]', '006B', 'Another deal', '{"connection": "netsuite", "object": "project", "externalId": "9", "undo": {"operation": "delete"}}', 'open', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-05T09:00:02Z'),
  ('00000000-0000-7000-8000-0000000000f5', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000e2', 'writeTask', 'writeTask undo', 'UNDO_FAILED', 'Could not be taken back', '[]', '006B', 'Another deal', '{"connection": "netsuite", "object": "task", "externalId": "10", "undo": {"operation": "delete"}}', 'open', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-05T09:00:02Z');

INSERT INTO trigger_event (id, organisation_id, environment_id, definition_id, connection_id, source, dedupe_key, payload, run_id, note, received_at) VALUES
  ('00000000-0000-7000-8000-000000000121', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', '00000000-0000-7000-8000-0000000000c1', 'webhook', 'event-1', '{"Id": "006A"}', '00000000-0000-7000-8000-0000000000e1', NULL, '2026-11-05T08:00:00Z'),
  ('00000000-0000-7000-8000-000000000122', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', NULL, 'schedule', 'event-2', '{"missed": 0, "scheduledAt": "2026-11-05T07:59:00.000Z"}', NULL, 'condition not met', '2026-11-05T08:00:00Z');

INSERT INTO delivery (id, organisation_id, environment_id, definition_id, step, record_key, connection_id, system, object, operation, state, payload_hash, external_id, effect, run_id, created_by_run_id, attempts, error_message, created_at, updated_at) VALUES
  ('00000000-0000-7000-8000-000000000131', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', 'writeContract', '006A', '00000000-0000-7000-8000-0000000000c2', 'netsuite', 'salesOrder', 'upsert', 'confirmed', 'hash', '7', 'created', '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e1', 1, NULL, '2026-11-05T08:00:01Z', '2026-11-05T08:00:02Z'),
  ('00000000-0000-7000-8000-000000000132', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', 'writeContract', '006C', '00000000-0000-7000-8000-0000000000c2', 'netsuite', 'salesOrder', 'upsert', 'sent', 'hash', NULL, NULL, '00000000-0000-7000-8000-0000000000e3', NULL, 3, 'No answer', '2026-11-05T10:00:01Z', '2026-11-05T10:00:02Z'),
  ('00000000-0000-7000-8000-000000000133', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000041', 'writeProject', '006B', '00000000-0000-7000-8000-0000000000c2', 'netsuite', 'project', 'upsert', 'undo-failed', 'hash', '9', 'created', '00000000-0000-7000-8000-0000000000e2', '00000000-0000-7000-8000-0000000000e2', 1, 'Invoices exist', '2026-11-05T09:00:01Z', '2026-11-05T09:00:02Z');

INSERT INTO link (id, organisation_id, environment_id, entity, canonical_id, connection_id, system, object, external_id, label, version_seen, hash_seen, is_origin, created_by_run_id, created_at, seen_at) VALUES
  ('00000000-0000-7000-8000-000000000141', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'contract', 'contract-1', '00000000-0000-7000-8000-0000000000c2', 'netsuite', 'salesOrder', '7', 'SO7', '3', 'hash', false, '00000000-0000-7000-8000-0000000000e1', '2026-11-05T08:00:02Z', '2026-11-05T08:00:02Z');

INSERT INTO notification (id, organisation_id, environment_id, run_id, path, recipient, subject, body, created_at) VALUES
  ('00000000-0000-7000-8000-000000000151', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-0000000000e1', 'notify', 'role:operator', 'Done', 'A deal was handed over', '2026-11-05T08:00:02Z');

INSERT INTO published_event (id, organisation_id, environment_id, type, subject, data, run_id, path, created_at) VALUES
  ('00000000-0000-7000-8000-000000000161', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'contract.activated', 'contract-1', '{"id": "contract-1"}', '00000000-0000-7000-8000-0000000000e1', 'publishActivated', '2026-11-05T08:00:02Z');

INSERT INTO engine_request (id, organisation_id, environment_id, kind, input, state, output, error_message, requested_by, created_at, finished_at) VALUES
  ('00000000-0000-7000-8000-000000000171', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'test-connection', '{"connectionId": "00000000-0000-7000-8000-0000000000c1"}', 'succeeded', '{"ok": true}', NULL, 'user-ben', '2026-11-04T08:00:00Z', '2026-11-04T08:00:01Z');

INSERT INTO audit_entry (id, organisation_id, environment_id, actor, action, subject_type, subject_id, details, created_at) VALUES
  ('00000000-0000-7000-8000-000000000181', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', 'user-ben', 'change.published', 'change', '00000000-0000-7000-8000-000000000051', '{"number": 1}', '2026-11-03T10:00:00Z'),
  ('00000000-0000-7000-8000-000000000182', '00000000-0000-7000-8000-000000000002', NULL, 'user-zoe', 'organisation.updated', 'organisation', '00000000-0000-7000-8000-000000000002', '{}', '2026-11-03T10:00:00Z');

INSERT INTO worker (id, host, pid, version, state, fence, started_at, heartbeat_at, lease_until) VALUES
  ('worker-1', 'host', 7, 'interpreter-1', 'stopped', 0, '2026-11-05T07:00:00Z', '2026-11-05T12:00:00Z', '2026-11-05T12:00:15Z');

INSERT INTO record_claim (organisation_id, environment_id, connection_id, object, key, holder, run_id, worker_id, claimed_at, open_until) VALUES
  ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-0000000000c2', 'salesOrder', 'external:006C', 'step:e3:writeContract', '00000000-0000-7000-8000-0000000000e3', 'worker-1', '2026-11-05T10:00:01Z', '2026-11-05T10:00:31Z');

INSERT INTO connection_pace (connection_id, due_at) VALUES ('00000000-0000-7000-8000-0000000000c1', '2026-11-05T10:00:01Z');

INSERT INTO connection_place (id, connection_id, worker_id, taken_at) VALUES
  ('00000000-0000-7000-8000-000000000191', '00000000-0000-7000-8000-0000000000c1', 'worker-1', '2026-11-05T10:00:01Z');
