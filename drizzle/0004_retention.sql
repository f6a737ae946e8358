ALTER TABLE "run" ADD COLUMN "data_removed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "run_finished" ON "run" USING btree ("environment_id","finished_at") WHERE ("run"."finished_at" is not null and "run"."data_removed_at" is null);--> statement-breakpoint
CREATE INDEX "trigger_event_run" ON "trigger_event" USING btree ("run_id") WHERE "trigger_event"."run_id" is not null;--> statement-breakpoint
-- Saved states of a draft may go, oldest first, once a hundred newer ones are there; only the sweeper may remove them,
-- and nobody may alter one. What was submitted or published has a copy of its own.
CREATE FUNCTION throughline.refuse_recent_revision() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT max(revision) FROM draft_revision WHERE definition_id = OLD.definition_id) - OLD.revision < 100 THEN
    RAISE EXCEPTION 'The newest 100 rows of "%" per definition cannot be removed.', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;
--> statement-breakpoint
DROP TRIGGER append_only ON draft_revision;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE ON draft_revision FOR EACH ROW EXECUTE FUNCTION throughline.refuse_change();
--> statement-breakpoint
CREATE TRIGGER keep_recent BEFORE DELETE ON draft_revision FOR EACH ROW EXECUTE FUNCTION throughline.refuse_recent_revision();
--> statement-breakpoint
GRANT DELETE ON draft_revision TO throughline_system;
