CREATE TABLE "draft_presence" (
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"tab_id" uuid NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_presence_definition_id_user_id_tab_id_pk" PRIMARY KEY("definition_id","user_id","tab_id")
);
--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT throughline.protect_table('draft_presence');
