ALTER TABLE "run" ADD COLUMN "is_parked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "run_unfinished" ON "run" USING btree ("organisation_id") WHERE "run"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "run_parked" ON "run" USING btree ("organisation_id","created_at") WHERE "run"."is_parked";