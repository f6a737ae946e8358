CREATE TABLE "own_write" (
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"object" text NOT NULL,
	"external_id" text NOT NULL,
	"version" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version_before" text,
	"changed_at_before" timestamp (3) with time zone,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "own_write_connection_id_object_external_id_pk" PRIMARY KEY("connection_id","object","external_id")
);
--> statement-breakpoint
ALTER TABLE "trigger_event" ALTER COLUMN "definition_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_event" ALTER COLUMN "payload" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "heard_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "seen_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "restarted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "restarted_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "restart_message" text;--> statement-breakpoint
ALTER TABLE "connection" ADD COLUMN "hook_refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connection" ADD COLUMN "hook_refusal" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "state" text;--> statement-breakpoint
-- Forced row-level security binds the owner of the table, too.
SELECT set_config('role', 'throughline_system', true);--> statement-breakpoint
UPDATE "trigger_event" SET "state" = CASE WHEN "run_id" IS NULL THEN 'ignored' ELSE 'started' END;--> statement-breakpoint
SELECT set_config('role', 'none', true);--> statement-breakpoint
ALTER TABLE "trigger_event" ALTER COLUMN "state" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "object" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "record_id" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "change" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "occurred_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "sent" jsonb;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "idempotency_key" text;--> statement-breakpoint
SELECT set_config('role', 'throughline_system', true);--> statement-breakpoint
-- The flow's key of an event had stood in place of the event's own; an event that was ignored keeps none.
UPDATE "trigger_event" SET "idempotency_key" = substr("dedupe_key", 5) WHERE "dedupe_key" LIKE 'key:%' AND "run_id" IS NOT NULL;--> statement-breakpoint
SELECT set_config('role', 'none', true);--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "failure_message" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "due_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "claimed_by" text;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "exception_id" uuid;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "trace_id" text;--> statement-breakpoint
ALTER TABLE "own_write" ADD CONSTRAINT "own_write_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_write_written" ON "own_write" USING btree ("environment_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_event_unclaimed" ON "trigger_event" USING btree ("connection_id","dedupe_key") WHERE "trigger_event"."definition_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_event_idempotency" ON "trigger_event" USING btree ("environment_id","definition_id","idempotency_key") WHERE "trigger_event"."idempotency_key" is not null;--> statement-breakpoint
CREATE INDEX "trigger_event_flow" ON "trigger_event" USING btree ("environment_id","definition_id","received_at");--> statement-breakpoint
CREATE INDEX "trigger_event_record" ON "trigger_event" USING btree ("connection_id","object","record_id");--> statement-breakpoint
CREATE INDEX "trigger_event_waiting" ON "trigger_event" USING btree ("due_at") WHERE "trigger_event"."state" = 'waiting';--> statement-breakpoint
SELECT throughline.protect_table('own_write');
