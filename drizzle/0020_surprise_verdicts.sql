CREATE TABLE "surprise_verdict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"field" text NOT NULL,
	"content" text NOT NULL,
	"effects" text[] NOT NULL,
	"kind" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surprise_verdict" ADD CONSTRAINT "surprise_verdict_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surprise_verdict" ADD CONSTRAINT "surprise_verdict_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "surprise_verdict_change" ON "surprise_verdict" USING btree ("change_id");--> statement-breakpoint
SELECT throughline.protect_table('surprise_verdict');
--> statement-breakpoint
SELECT throughline.make_append_only('surprise_verdict');