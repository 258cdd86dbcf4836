CREATE TABLE "page_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"page_id" uuid NOT NULL,
	"node_id" text,
	"review_id" uuid,
	"resolved_at" timestamp with time zone,
	"resolved_by" text DEFAULT '' NOT NULL,
	"told_until" timestamp with time zone,
	CONSTRAINT "page_threads_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "page_threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"page_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"password_hash" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"created_by" text NOT NULL,
	"manifest" text,
	"content_at" timestamp with time zone,
	CONSTRAINT "preview_links_token_key" UNIQUE("tenant_id","client_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "preview_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reviewers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"review_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"decision" text,
	"note" text DEFAULT '' NOT NULL,
	"opened_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "reviewers_email_key" UNIQUE("tenant_id","client_id","review_id","email"),
	CONSTRAINT "reviewers_token_key" UNIQUE("tenant_id","client_id","token_hash"),
	CONSTRAINT "reviewers_decision_check" CHECK (decision in ('approved', 'changes_requested'))
);
--> statement-breakpoint
ALTER TABLE "reviewers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scheduled_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"page_id" uuid,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_by_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scheduled_changes_action_check" CHECK (action in ('publish', 'unpublish')),
	CONSTRAINT "scheduled_changes_status_check" CHECK (status in ('waiting', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "scheduled_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "site_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"page_id" uuid,
	"message" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"pages" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"shared" text DEFAULT '' NOT NULL,
	"created_by" text NOT NULL,
	"created_by_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "site_reviews_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "site_reviews_status_check" CHECK (status in ('open', 'approved', 'changes_requested', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "site_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"thread_id" uuid NOT NULL,
	"body" text NOT NULL,
	"by" text NOT NULL,
	"user_id" uuid,
	"reviewer_id" uuid,
	"mentions" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"edited_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "thread_comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"thread_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_reads_key" UNIQUE("tenant_id","client_id","thread_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "approval" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "page_threads" ADD CONSTRAINT "page_threads_page_fk" FOREIGN KEY ("tenant_id","client_id","page_id") REFERENCES "public"."pages"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_threads" ADD CONSTRAINT "page_threads_review_fk" FOREIGN KEY ("tenant_id","client_id","review_id") REFERENCES "public"."site_reviews"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewers" ADD CONSTRAINT "reviewers_review_fk" FOREIGN KEY ("tenant_id","client_id","review_id") REFERENCES "public"."site_reviews"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_changes" ADD CONSTRAINT "scheduled_changes_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reviews" ADD CONSTRAINT "site_reviews_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_comments" ADD CONSTRAINT "thread_comments_thread_fk" FOREIGN KEY ("tenant_id","client_id","thread_id") REFERENCES "public"."page_threads"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_thread_fk" FOREIGN KEY ("tenant_id","client_id","thread_id") REFERENCES "public"."page_threads"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_threads_page_idx" ON "page_threads" USING btree ("tenant_id","page_id","id");--> statement-breakpoint
CREATE INDEX "preview_links_newest_idx" ON "preview_links" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "scheduled_changes_next_idx" ON "scheduled_changes" USING btree ("tenant_id","site_id","at");--> statement-breakpoint
CREATE INDEX "site_reviews_newest_idx" ON "site_reviews" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "thread_comments_thread_idx" ON "thread_comments" USING btree ("tenant_id","thread_id","id");--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_approval_check" CHECK (approval in ('none', 'client', 'agency'));--> statement-breakpoint
CREATE POLICY "page_threads_tenant" ON "page_threads" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "preview_links_tenant" ON "preview_links" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "reviewers_tenant" ON "reviewers" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "scheduled_changes_tenant" ON "scheduled_changes" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "site_reviews_tenant" ON "site_reviews" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "thread_comments_tenant" ON "thread_comments" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "thread_reads_tenant" ON "thread_reads" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());