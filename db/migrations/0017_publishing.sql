CREATE TABLE "archives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"form" text NOT NULL,
	"status" text DEFAULT 'making' NOT NULL,
	"run_id" uuid NOT NULL,
	"chunks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"entries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"size_bytes" bigint DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "archives_form_check" CHECK (form in ('whole', 'static')),
	CONSTRAINT "archives_status_check" CHECK (status in ('making', 'ready'))
);
--> statement-breakpoint
ALTER TABLE "archives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "missing_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"path" text NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"referrer" text DEFAULT '' NOT NULL,
	CONSTRAINT "missing_pages_path_key" UNIQUE("tenant_id","client_id","site_id","path")
);
--> statement-breakpoint
ALTER TABLE "missing_pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "redirects" DROP CONSTRAINT "redirects_status_check";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "format" text DEFAULT 'wordpress' NOT NULL;--> statement-breakpoint
ALTER TABLE "redirects" ADD COLUMN "hits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "redirects" ADD COLUMN "last_hit_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "access" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "staging_snapshot_id" uuid;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "archives" ADD CONSTRAINT "archives_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_pages" ADD CONSTRAINT "missing_pages_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archives_site_idx" ON "archives" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "missing_pages_hits_idx" ON "missing_pages" USING btree ("tenant_id","site_id","hits","id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_format_check" CHECK (format in ('wordpress', 'archive'));--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_status_check" CHECK (status in (301, 302, 307, 308, 410));--> statement-breakpoint
CREATE POLICY "archives_tenant" ON "archives" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "missing_pages_tenant" ON "missing_pages" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());