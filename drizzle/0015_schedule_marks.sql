ALTER TABLE "live_version" ADD COLUMN "scheduled_at" timestamp (3) with time zone;--> statement-breakpoint
-- Forced row-level security binds the owner of the table, too.
SELECT set_config('role', 'throughline_system', true);--> statement-breakpoint
-- Events of old releases have no time of their own, only what they hold; of new ones retention keeps the time alone.
UPDATE "live_version" SET "scheduled_at" = (
  SELECT max(coalesce("trigger_event"."occurred_at", ("trigger_event"."payload"->>'scheduledAt')::timestamptz)) FROM "trigger_event"
  WHERE "trigger_event"."environment_id" = "live_version"."environment_id"
    AND "trigger_event"."definition_id" = "live_version"."definition_id"
    AND "trigger_event"."source" = 'schedule'
);--> statement-breakpoint
SELECT set_config('role', 'none', true);
