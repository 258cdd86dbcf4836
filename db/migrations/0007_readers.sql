CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "series_slug_key" UNIQUE("tenant_id","client_id","site_id","slug"),
	CONSTRAINT "series_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"visitor" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "claps_visitor_key" UNIQUE("tenant_id","client_id","post_id","visitor"),
	CONSTRAINT "claps_count_check" CHECK (count between 1 and 50)
);
--> statement-breakpoint
ALTER TABLE "claps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"post_id" uuid NOT NULL,
	"title" text NOT NULL,
	"content_html" text NOT NULL,
	"by" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"token" uuid NOT NULL,
	"contact_id" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "subscribers_email_key" UNIQUE("tenant_id","client_id","site_id","email_key"),
	CONSTRAINT "subscribers_status_check" CHECK (status in ('pending', 'subscribed', 'unsubscribed'))
);
--> statement-breakpoint
ALTER TABLE "subscribers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comments" DROP CONSTRAINT "comments_status_check";--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "bio" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "avatar" jsonb;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "is_from_site" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "has_own_excerpt" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "takes_comments" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "series_part" integer;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "edited_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "announced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "terms" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "blog" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claps" ADD CONSTRAINT "claps_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claps" ADD CONSTRAINT "claps_post_fk" FOREIGN KEY ("tenant_id","client_id","post_id") REFERENCES "public"."posts"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_revisions" ADD CONSTRAINT "post_revisions_post_fk" FOREIGN KEY ("tenant_id","client_id","post_id") REFERENCES "public"."posts"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_contact_fk" FOREIGN KEY ("tenant_id","client_id","contact_id") REFERENCES "public"."contacts"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claps_site_idx" ON "claps" USING btree ("tenant_id","site_id","post_id");--> statement-breakpoint
CREATE INDEX "post_revisions_newest_idx" ON "post_revisions" USING btree ("tenant_id","post_id","id");--> statement-breakpoint
CREATE INDEX "subscribers_site_idx" ON "subscribers" USING btree ("tenant_id","site_id","status","id");--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_series_fk" FOREIGN KEY ("tenant_id","client_id","series_id") REFERENCES "public"."series"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_status_idx" ON "comments" USING btree ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "posts_series_idx" ON "posts" USING btree ("tenant_id","series_id");--> statement-breakpoint
CREATE INDEX "posts_author_idx" ON "posts" USING btree ("tenant_id","author_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_fingerprint_key" UNIQUE("tenant_id","client_id","post_id","fingerprint");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_status_check" CHECK (status in ('approved', 'pending', 'spam', 'removed'));--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_series_check" CHECK ((series_id is null) = (series_part is null));--> statement-breakpoint
CREATE POLICY "series_tenant" ON "series" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "claps_tenant" ON "claps" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "post_revisions_tenant" ON "post_revisions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "subscribers_tenant" ON "subscribers" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());