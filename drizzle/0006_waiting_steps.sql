CREATE TABLE "waiting_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"workflow_id" text NOT NULL,
	"topic" text NOT NULL,
	"event_type" text,
	"event_subject" text,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_step_run_path" UNIQUE("run_id","path")
);
--> statement-breakpoint
ALTER TABLE "waiting_step" ADD CONSTRAINT "waiting_step_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_step" ADD CONSTRAINT "waiting_step_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_step_event" ON "waiting_step" USING btree ("environment_id","event_type");--> statement-breakpoint
SELECT throughline.protect_table('waiting_step');
--> statement-breakpoint
-- Steps that wait already said so in the input that people see. From now on nothing reads it from there.
SET LOCAL ROLE throughline_system;
--> statement-breakpoint
INSERT INTO waiting_step (id, organisation_id, environment_id, run_id, path, kind, workflow_id, topic, event_type, event_subject, since)
SELECT gen_random_uuid(), s.organisation_id, r.environment_id, s.run_id, s.path, s.kind, s.input->>'workflowId',
  'step:' || s.path, s.input->>'type', s.input->>'subject', s.started_at
FROM step_run s
JOIN run r ON r.id = s.run_id
WHERE s.kind IN ('approve', 'wait') AND s.state = 'waiting' AND r.finished_at IS NULL AND s.input->>'workflowId' IS NOT NULL;
--> statement-breakpoint
RESET ROLE;
