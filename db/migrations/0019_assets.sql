CREATE TABLE "asset_folders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	CONSTRAINT "asset_folders_name_key" UNIQUE NULLS NOT DISTINCT("tenant_id","client_id","site_id","parent_id","name"),
	CONSTRAINT "asset_folders_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "asset_folders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"part_bytes" integer NOT NULL,
	"object_key" text NOT NULL,
	"upload_id" text NOT NULL,
	"parts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"folder_id" uuid,
	"asset_id" uuid,
	"status" text DEFAULT 'uploading' NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"facts" jsonb,
	"created_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "uploads_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "uploads_status_check" CHECK (status in ('uploading', 'checking', 'ready', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assets" DROP CONSTRAINT "assets_status_check";--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "focus_x" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "focus_y" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "placeholder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "is_resizable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "folder_id" uuid;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "uploaded_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "asset_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "stored_bytes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_folders" ADD CONSTRAINT "asset_folders_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_folders" ADD CONSTRAINT "asset_folders_parent_fk" FOREIGN KEY ("tenant_id","client_id","parent_id") REFERENCES "public"."asset_folders"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_site_idx" ON "uploads" USING btree ("tenant_id","site_id","status","id");--> statement-breakpoint
CREATE INDEX "uploads_asset_idx" ON "uploads" USING btree ("tenant_id","asset_id");--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_folder_fk" FOREIGN KEY ("tenant_id","client_id","folder_id") REFERENCES "public"."asset_folders"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assets_sha256_idx" ON "assets" USING btree ("tenant_id","site_id","sha256");--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_focus_check" CHECK (focus_x between 0 and 100 and focus_y between 0 and 100);--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_status_check" CHECK (status in ('waiting', 'ready', 'failed', 'purged'));--> statement-breakpoint
CREATE POLICY "asset_folders_tenant" ON "asset_folders" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "uploads_tenant" ON "uploads" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());