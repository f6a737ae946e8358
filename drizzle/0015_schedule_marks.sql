ALTER TABLE "live_version" ADD COLUMN "scheduled_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "live_version" SET "scheduled_at" = (
  SELECT max(("trigger_event"."payload"->>'scheduledAt')::timestamptz) FROM "trigger_event"
  WHERE "trigger_event"."environment_id" = "live_version"."environment_id"
    AND "trigger_event"."definition_id" = "live_version"."definition_id"
    AND "trigger_event"."source" = 'schedule'
);
