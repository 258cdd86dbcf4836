CREATE TABLE "market_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reasons" text DEFAULT '' NOT NULL,
	"decided_by" text NOT NULL,
	CONSTRAINT "market_decisions_subject_key" UNIQUE("tenant_id","subject_id"),
	CONSTRAINT "market_decisions_verdict_check" CHECK (verdict in ('approved', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "market_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_installs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"listing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"target_id" uuid NOT NULL,
	"rating" integer,
	"review" text DEFAULT '' NOT NULL,
	"reviewed_by" text DEFAULT '' NOT NULL,
	"reviewed_at" timestamp with time zone,
	"agency_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "market_installs_listing_key" UNIQUE("tenant_id","client_id","listing_id"),
	CONSTRAINT "market_installs_rating_check" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "market_installs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency_name" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"industry" text NOT NULL,
	"category" text NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"licence" text NOT NULL,
	"price_cents" integer DEFAULT 0 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_listed" boolean DEFAULT true NOT NULL,
	"is_withdrawn" boolean DEFAULT false NOT NULL,
	"install_count" integer DEFAULT 0 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"rating_sum" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "market_listings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"listing_id" uuid NOT NULL,
	"listing_name" text NOT NULL,
	"reason" text NOT NULL,
	"agency_name" text NOT NULL,
	"reported_by" text NOT NULL,
	CONSTRAINT "market_reports_listing_key" UNIQUE("tenant_id","client_id","listing_id")
);
--> statement-breakpoint
ALTER TABLE "market_reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"listing_id" uuid NOT NULL,
	"install_id" uuid NOT NULL,
	"agency_name" text NOT NULL,
	"rating" integer NOT NULL,
	"review" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "market_reviews_install_key" UNIQUE("tenant_id","install_id")
);
--> statement-breakpoint
ALTER TABLE "market_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"listing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"industry" text NOT NULL,
	"category" text NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"licence" text NOT NULL,
	"price_cents" integer DEFAULT 0 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source_id" uuid NOT NULL,
	"status" text DEFAULT 'checking' NOT NULL,
	"checks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"agency_name" text NOT NULL,
	"submitted_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "market_submissions_number_key" UNIQUE("tenant_id","client_id","listing_id","number"),
	CONSTRAINT "market_submissions_status_check" CHECK (status in ('checking', 'failed', 'waiting', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "market_submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "market_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"listing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "market_versions_number_key" UNIQUE("tenant_id","listing_id","number")
);
--> statement-breakpoint
ALTER TABLE "market_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "market_listings_newest_idx" ON "market_listings" USING btree ("tenant_id","is_listed","id");--> statement-breakpoint
CREATE INDEX "market_reviews_listing_idx" ON "market_reviews" USING btree ("tenant_id","listing_id","id");--> statement-breakpoint
CREATE POLICY "market_decisions_tenant" ON "market_decisions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "market_decisions_platform" ON "market_decisions" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "market_decisions_of_agency" ON "market_decisions" AS PERMISSIVE FOR SELECT TO "app_user" USING (tenant_id = '00000000-0000-0000-0000-000000000000'::uuid and agency_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "market_installs_tenant" ON "market_installs" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "market_installs_platform" ON "market_installs" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "market_listings_tenant" ON "market_listings" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "market_listings_of_platform" ON "market_listings" AS PERMISSIVE FOR SELECT TO "app_user" USING (tenant_id = '00000000-0000-0000-0000-000000000000'::uuid);--> statement-breakpoint
CREATE POLICY "market_listings_platform" ON "market_listings" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "market_reports_tenant" ON "market_reports" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "market_reports_platform" ON "market_reports" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "market_reviews_tenant" ON "market_reviews" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "market_reviews_of_platform" ON "market_reviews" AS PERMISSIVE FOR SELECT TO "app_user" USING (tenant_id = '00000000-0000-0000-0000-000000000000'::uuid);--> statement-breakpoint
CREATE POLICY "market_submissions_tenant" ON "market_submissions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "market_submissions_platform" ON "market_submissions" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "market_versions_tenant" ON "market_versions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "market_versions_of_platform" ON "market_versions" AS PERMISSIVE FOR SELECT TO "app_user" USING (tenant_id = '00000000-0000-0000-0000-000000000000'::uuid);