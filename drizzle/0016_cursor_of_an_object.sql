ALTER TABLE "change_cursor" DROP CONSTRAINT "change_cursor_environment_definition";--> statement-breakpoint
ALTER TABLE "change_cursor" ADD COLUMN "object" text;--> statement-breakpoint
-- Forced row-level security binds the owner of the table, too.
SELECT set_config('role', 'throughline_system', true);--> statement-breakpoint
-- The object that the flow follows where it is live, or else the one that its newest version followed.
UPDATE "change_cursor" SET "object" = (
  SELECT "version"."document"->'trigger'->>'object' FROM "version"
  LEFT JOIN "live_version" ON "live_version"."version_id" = "version"."id"
    AND "live_version"."environment_id" = "change_cursor"."environment_id"
  WHERE "version"."definition_id" = "change_cursor"."definition_id"
    AND "version"."document"->'trigger'->>'kind' = 'change'
  ORDER BY "live_version"."id" IS NOT NULL DESC, "version"."number" DESC LIMIT 1
);--> statement-breakpoint
SELECT set_config('role', 'none', true);--> statement-breakpoint
ALTER TABLE "change_cursor" ADD CONSTRAINT "change_cursor_place" UNIQUE("environment_id","definition_id","connection_id","object");