CREATE TABLE "shared_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"title" text NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shared_sections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pages" ALTER COLUMN "site_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ALTER COLUMN "path" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "kind" text DEFAULT 'page' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "section_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
CREATE INDEX "shared_sections_tenant_idx" ON "shared_sections" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_part_key" ON "pages" USING btree ("tenant_id","client_id","site_id","kind") WHERE kind in ('header', 'footer');--> statement-breakpoint
INSERT INTO "pages" ("id", "tenant_id", "client_id", "site_id", "kind", "title", "document", "status")
  SELECT uuidv7(), tenant_id, client_id, id, 'header', 'Header', header, 'published' FROM "sites" WHERE header ? 'root'
  UNION ALL
  SELECT uuidv7(), tenant_id, client_id, id, 'footer', 'Footer', footer, 'published' FROM "sites" WHERE footer ? 'root';--> statement-breakpoint
ALTER TABLE "sites" DROP COLUMN "header";--> statement-breakpoint
ALTER TABLE "sites" DROP COLUMN "footer";--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_kind_check" CHECK (kind in ('page', 'header', 'footer', 'section'));--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_path_check" CHECK ((kind = 'page') = (path is not null));--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_site_check" CHECK (site_id is not null or kind = 'section');--> statement-breakpoint
CREATE POLICY "shared_sections_tenant" ON "shared_sections" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());