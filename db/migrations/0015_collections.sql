CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"singular" text NOT NULL,
	"icon" text NOT NULL,
	"fields" jsonb NOT NULL,
	"removed_fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"title_field" text NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"takes_entries" boolean DEFAULT false NOT NULL,
	"needs_approval" boolean DEFAULT true NOT NULL,
	"asked_fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"form_id" uuid,
	"template_page_id" uuid,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collections_key_key" UNIQUE("tenant_id","client_id","site_id","key"),
	CONSTRAINT "collections_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "collections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"position" double precision DEFAULT 0 NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "entries_slug_key" UNIQUE("tenant_id","client_id","collection_id","slug"),
	CONSTRAINT "entries_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "entries_status_check" CHECK (status in ('draft', 'waiting', 'published'))
);
--> statement-breakpoint
ALTER TABLE "entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"collection_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"field" text NOT NULL,
	"place" smallint DEFAULT 0 NOT NULL,
	"text_key" text,
	"number_key" double precision,
	"target_id" uuid,
	"unique_key" text,
	CONSTRAINT "entry_values_unique_key" UNIQUE("tenant_id","client_id","collection_id","field","unique_key")
);
--> statement-breakpoint
ALTER TABLE "entry_values" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preview_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"collection_keys" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "preview_tokens_hash_key" UNIQUE("tenant_id","client_id","hash")
);
--> statement-breakpoint
ALTER TABLE "preview_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_form_fk" FOREIGN KEY ("tenant_id","client_id","form_id") REFERENCES "public"."forms"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_template_fk" FOREIGN KEY ("tenant_id","client_id","template_page_id") REFERENCES "public"."pages"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_collection_fk" FOREIGN KEY ("tenant_id","client_id","collection_id") REFERENCES "public"."collections"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_values" ADD CONSTRAINT "entry_values_entry_fk" FOREIGN KEY ("tenant_id","client_id","entry_id") REFERENCES "public"."entries"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_values" ADD CONSTRAINT "entry_values_target_fk" FOREIGN KEY ("tenant_id","client_id","target_id") REFERENCES "public"."entries"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_tokens" ADD CONSTRAINT "preview_tokens_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_newest_idx" ON "entries" USING btree ("tenant_id","collection_id","id");--> statement-breakpoint
CREATE INDEX "entries_order_idx" ON "entries" USING btree ("tenant_id","collection_id","position","id");--> statement-breakpoint
CREATE INDEX "entries_there_idx" ON "entries" USING btree ("tenant_id","client_id","collection_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "entry_values_text_idx" ON "entry_values" USING btree ("tenant_id","collection_id","field","text_key","entry_id");--> statement-breakpoint
CREATE INDEX "entry_values_number_idx" ON "entry_values" USING btree ("tenant_id","collection_id","field","number_key","entry_id");--> statement-breakpoint
CREATE INDEX "entry_values_entry_idx" ON "entry_values" USING btree ("tenant_id","client_id","entry_id","field");--> statement-breakpoint
CREATE INDEX "entry_values_target_idx" ON "entry_values" USING btree ("tenant_id","client_id","target_id") WHERE target_id is not null;--> statement-breakpoint
CREATE INDEX "preview_tokens_site_idx" ON "preview_tokens" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE POLICY "collections_tenant" ON "collections" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "entries_tenant" ON "entries" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "entry_values_tenant" ON "entry_values" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "preview_tokens_tenant" ON "preview_tokens" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());