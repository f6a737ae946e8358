CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"submitted_by" text,
	"submitted_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "change_organisation_number" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "change_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"document" jsonb NOT NULL,
	"draft_revision" integer NOT NULL,
	"base_version_id" uuid,
	"authors" text[] NOT NULL,
	"version_id" uuid,
	CONSTRAINT "change_item_change_definition" UNIQUE("change_id","definition_id")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"change_id" uuid,
	"rolls_back_id" uuid,
	"previous" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_by" text NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_environment_number" UNIQUE("environment_id","number")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"decision" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_cursor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"cursor" text,
	"since" timestamp (3) with time zone NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"failure_message" text,
	"seen" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "change_cursor_environment_definition" UNIQUE("environment_id","definition_id")
);
--> statement-breakpoint
CREATE TABLE "connection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"system" text NOT NULL,
	"settings" jsonb NOT NULL,
	"auth_method" text NOT NULL,
	"secret_ciphertext" text NOT NULL,
	"secret_key_id" text NOT NULL,
	"secret_fields" text[] NOT NULL,
	"state" text DEFAULT 'untested' NOT NULL,
	"state_message" text,
	"tested_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_environment_key" UNIQUE("environment_id","key")
);
--> statement-breakpoint
CREATE TABLE "definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"owner_user_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "definition_organisation_kind_key" UNIQUE("organisation_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"definition_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"base_version_id" uuid,
	"authors" text[] NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"document" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_revision_definition_revision" UNIQUE("definition_id","revision")
);
--> statement-breakpoint
CREATE TABLE "live_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "live_version_environment_definition" UNIQUE("environment_id","definition_id")
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"change_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "version_definition_number" UNIQUE("definition_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"version" text NOT NULL,
	"state" text NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "environment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "environment_organisation_key" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"user_id" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_organisation_user" UNIQUE("organisation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"path" text NOT NULL,
	"question" text NOT NULL,
	"role" text NOT NULL,
	"decision" text,
	"decided_by" text,
	"comment" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approval_run_path" UNIQUE("run_id","path")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"step" text NOT NULL,
	"record_key" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"system" text NOT NULL,
	"object" text NOT NULL,
	"operation" text NOT NULL,
	"state" text NOT NULL,
	"payload_hash" text NOT NULL,
	"external_id" text,
	"effect" text,
	"run_id" uuid NOT NULL,
	"created_by_run_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error_message" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_identity" UNIQUE("environment_id","definition_id","step","record_key")
);
--> statement-breakpoint
CREATE TABLE "engine_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"state" text,
	"output" jsonb,
	"error_message" text,
	"requested_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "exception" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"path" text NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"details" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"business_key" text,
	"business_label" text,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"owner_user_id" text,
	"resolution" text,
	"resolution_reason" text,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	"replay_run_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"canonical_id" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"system" text NOT NULL,
	"object" text NOT NULL,
	"external_id" text NOT NULL,
	"label" text,
	"version_seen" text,
	"hash_seen" text,
	"is_origin" boolean DEFAULT false NOT NULL,
	"created_by_run_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_canonical" UNIQUE("environment_id","entity","canonical_id","connection_id","object")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"path" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_run_path" UNIQUE("run_id","path")
);
--> statement-breakpoint
CREATE TABLE "published_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"type" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb NOT NULL,
	"run_id" uuid NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "published_event_run_path" UNIQUE("run_id","path")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"version_id" uuid,
	"draft_document" jsonb,
	"pins" jsonb NOT NULL,
	"draft_pins" jsonb,
	"mode" text DEFAULT 'live' NOT NULL,
	"source" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"business_key" text,
	"business_label" text,
	"ordering_key" text,
	"trigger" jsonb NOT NULL,
	"output" jsonb,
	"error_code" text,
	"error_message" text,
	"replay_of_run_id" uuid,
	"exception_id" uuid,
	"parent_run_id" uuid,
	"started_by" text,
	"occurred_at" timestamp (3) with time zone,
	"item_overrides" jsonb,
	"worker_id" text,
	"trace_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "step_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"input" jsonb,
	"output" jsonb,
	"error_code" text,
	"error_message" text,
	"retries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"duration_ms" integer,
	CONSTRAINT "step_run_run_path" UNIQUE("run_id","path")
);
--> statement-breakpoint
CREATE TABLE "trigger_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid DEFAULT nullif(current_setting('throughline.organisation_id', true), '')::uuid NOT NULL,
	"environment_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"connection_id" uuid,
	"source" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_id" uuid,
	"note" text,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trigger_event_dedupe" UNIQUE("environment_id","definition_id","dedupe_key")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_item" ADD CONSTRAINT "change_item_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_item" ADD CONSTRAINT "change_item_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_cursor" ADD CONSTRAINT "change_cursor_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection" ADD CONSTRAINT "connection_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_version" ADD CONSTRAINT "live_version_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_version" ADD CONSTRAINT "live_version_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_version" ADD CONSTRAINT "live_version_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_definition_id_definition_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."definition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "environment" ADD CONSTRAINT "environment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_request" ADD CONSTRAINT "engine_request_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exception" ADD CONSTRAINT "exception_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_event" ADD CONSTRAINT "published_event_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_run" ADD CONSTRAINT "step_run_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trigger_event" ADD CONSTRAINT "trigger_event_environment_id_environment_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "review_change" ON "review" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "live_version_version" ON "live_version" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "audit_entry_created" ON "audit_entry" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "delivery_run" ON "delivery" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "delivery_external" ON "delivery" USING btree ("connection_id","object","external_id");--> statement-breakpoint
CREATE INDEX "engine_request_created" ON "engine_request" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "exception_environment_state" ON "exception" USING btree ("environment_id","state","created_at");--> statement-breakpoint
CREATE INDEX "exception_run" ON "exception" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "link_external" ON "link" USING btree ("connection_id","object","external_id");--> statement-breakpoint
CREATE INDEX "published_event_type" ON "published_event" USING btree ("environment_id","type","created_at");--> statement-breakpoint
CREATE INDEX "run_environment_created" ON "run" USING btree ("environment_id","created_at");--> statement-breakpoint
CREATE INDEX "run_business_key" ON "run" USING btree ("environment_id","business_key");--> statement-breakpoint
CREATE INDEX "run_definition" ON "run" USING btree ("environment_id","definition_id","created_at");--> statement-breakpoint
CREATE INDEX "run_state" ON "run" USING btree ("environment_id","state");--> statement-breakpoint
CREATE INDEX "trigger_event_received" ON "trigger_event" USING btree ("environment_id","received_at");