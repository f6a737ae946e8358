CREATE TABLE "record_claim" (
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"object" text NOT NULL,
	"key" text NOT NULL,
	"holder" text,
	"run_id" uuid NOT NULL,
	"worker_id" text NOT NULL,
	"claimed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"open_until" timestamp (3) with time zone,
	CONSTRAINT "record_claim_connection_id_object_key_pk" PRIMARY KEY("connection_id","object","key")
);
--> statement-breakpoint
ALTER TABLE "record_claim" ADD CONSTRAINT "record_claim_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
SELECT throughline.protect_table('record_claim');
