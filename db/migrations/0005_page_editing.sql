CREATE TABLE "page_edits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"page_id" uuid NOT NULL,
	"page_version" integer NOT NULL,
	"patches" jsonb NOT NULL,
	"editor" uuid NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "page_edits_version_key" UNIQUE("tenant_id","client_id","page_id","page_version")
);
--> statement-breakpoint
ALTER TABLE "page_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "page_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"page_id" uuid NOT NULL,
	"title" text NOT NULL,
	"document" jsonb NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"by" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "page_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "edited_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "page_edits" ADD CONSTRAINT "page_edits_page_fk" FOREIGN KEY ("tenant_id","client_id","page_id") REFERENCES "public"."pages"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_revisions" ADD CONSTRAINT "page_revisions_page_fk" FOREIGN KEY ("tenant_id","client_id","page_id") REFERENCES "public"."pages"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_revisions_newest_idx" ON "page_revisions" USING btree ("tenant_id","page_id","id");--> statement-breakpoint
CREATE POLICY "page_edits_tenant" ON "page_edits" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "page_revisions_tenant" ON "page_revisions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());