CREATE TABLE "shared_value" (
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "shared_value_run_id_hash_pk" PRIMARY KEY("run_id","hash")
);
--> statement-breakpoint
ALTER TABLE "shared_value" ADD CONSTRAINT "shared_value_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
SELECT throughline.protect_table('shared_value');
