ALTER TABLE "delivery" DROP CONSTRAINT "delivery_identity";--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "path" text;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "created_by_path" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "parent_path" text;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_identity" UNIQUE("environment_id","definition_id","step","record_key","connection_id","object");