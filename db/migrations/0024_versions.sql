ALTER TABLE "sites" ADD COLUMN "sweeps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "sweeping_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;