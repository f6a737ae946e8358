CREATE TABLE "comment_thread" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"anchor_kind" text NOT NULL,
	"anchor" text NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"comment" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_comment" ADD CONSTRAINT "thread_comment_thread_id_comment_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."comment_thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_thread_change" ON "comment_thread" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "thread_comment_thread" ON "thread_comment" USING btree ("thread_id");--> statement-breakpoint
SELECT throughline.protect_table('comment_thread');
--> statement-breakpoint
SELECT throughline.protect_table('thread_comment');
--> statement-breakpoint
SELECT throughline.make_append_only('thread_comment');