ALTER TABLE "run" ADD COLUMN "caused_by_run_id" uuid;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD COLUMN "asked_for_by" text;