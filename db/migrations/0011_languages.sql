CREATE TABLE "site_languages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"fallback" text DEFAULT 'original' NOT NULL,
	"texts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "site_languages_code_key" UNIQUE("tenant_id","client_id","site_id","code"),
	CONSTRAINT "site_languages_fallback_check" CHECK (fallback in ('original', 'none'))
);
--> statement-breakpoint
ALTER TABLE "site_languages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posts" DROP CONSTRAINT "posts_slug_key";--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "translation_of" uuid;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "source_digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "translation_of" uuid;--> statement-breakpoint
ALTER TABLE "pages" ADD COLUMN "source_digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "site_languages" ADD CONSTRAINT "site_languages_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "posts_translation_key" ON "posts" USING btree ("tenant_id","client_id","site_id",coalesce(translation_of, id),"language") WHERE deleted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pages_translation_key" ON "pages" USING btree ("tenant_id","client_id","site_id",coalesce(translation_of, id),"language") WHERE deleted_at is null;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_slug_key" UNIQUE("tenant_id","client_id","site_id","language","slug");--> statement-breakpoint
CREATE POLICY "site_languages_tenant" ON "site_languages" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());