ALTER TABLE "exception" ADD COLUMN "target" jsonb DEFAULT '{"kind":"run"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "exception" ADD COLUMN "replay_failure" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "target" jsonb;--> statement-breakpoint
-- What a replay repeats was read from the path of an exception. From now on it is said; open ones get it from their path.
SET LOCAL ROLE throughline_system;
--> statement-breakpoint
UPDATE exception e
SET target = jsonb_build_object('kind', 'item', 'place', (
  SELECT jsonb_agg(jsonb_build_object('loop', part[1], 'index', part[2]::int, 'key', NULL) ORDER BY position)
  FROM regexp_matches(e.path, '(\w+)\[(\d+)\]', 'g') WITH ORDINALITY AS loops(part, position)))
WHERE e.state <> 'resolved' AND e.path LIKE '%]';
--> statement-breakpoint
UPDATE exception e
SET target = jsonb_build_object('kind', 'undo', 'entry', (
  SELECT jsonb_build_object(
    'stepId', e.step_id, 'path', regexp_replace(e.path, ' undo$', ''), 'runId', d.run_id,
    'definitionId', d.definition_id, 'step', d.step, 'recordKey', d.record_key,
    'connection', e.payload->'connection', 'object', e.payload->'object',
    'externalId', e.payload->'externalId', 'undo', e.payload->'undo')
  FROM delivery d
  WHERE d.environment_id = e.environment_id AND d.state = 'undo-failed'
    AND d.object = e.payload->>'object' AND d.external_id = e.payload->>'externalId'
  ORDER BY d.updated_at DESC LIMIT 1))
WHERE e.state <> 'resolved' AND e.code = 'UNDO_FAILED';
--> statement-breakpoint
UPDATE run r
SET target = (
  SELECT jsonb_build_object('kind', 'item', 'item', override.value, 'place', (
    SELECT jsonb_agg(jsonb_build_object('loop', part[1], 'index', part[2]::int, 'key', NULL) ORDER BY position)
    FROM regexp_matches(override.key, '(\w+)\[(\d+)\]', 'g') WITH ORDINALITY AS loops(part, position)))
  FROM jsonb_each(r.item_overrides) AS override LIMIT 1)
WHERE r.item_overrides IS NOT NULL;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
ALTER TABLE "run" DROP COLUMN "item_overrides";
