CREATE TABLE "undo_entry" (
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"path" text NOT NULL,
	"entry" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "undo_entry_run_id_path_pk" PRIMARY KEY("run_id","path")
);
--> statement-breakpoint
ALTER TABLE "undo_entry" ADD CONSTRAINT "undo_entry_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_parent" ON "run" USING btree ("parent_run_id") WHERE "run"."parent_run_id" is not null;--> statement-breakpoint
SELECT throughline.protect_table('undo_entry');
