CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"action" text NOT NULL,
	"actor" text NOT NULL,
	"actor_id" uuid,
	"subject_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"kind" text NOT NULL,
	"content_type" text,
	"size_bytes" bigint,
	"sha256" text,
	"object_key" text,
	"title" text DEFAULT '' NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"source_url" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "assets_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "assets_status_check" CHECK (status in ('waiting', 'ready', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "assets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "authors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	CONSTRAINT "authors_slug_key" UNIQUE("tenant_id","client_id","site_id","slug"),
	CONSTRAINT "authors_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "authors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_name" text NOT NULL,
	"author_email" text,
	"content_html" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comments_status_check" CHECK (status in ('approved', 'pending'))
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "post_terms_key" UNIQUE("tenant_id","client_id","post_id","term_id")
);
--> statement-breakpoint
ALTER TABLE "post_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"content_html" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"author_id" uuid,
	"cover" jsonb,
	"seo" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_sticky" boolean DEFAULT false NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "posts_slug_key" UNIQUE("tenant_id","client_id","site_id","slug"),
	CONSTRAINT "posts_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "posts_status_check" CHECK (status in ('draft', 'published', 'scheduled'))
);
--> statement-breakpoint
ALTER TABLE "posts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"taxonomy" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	CONSTRAINT "terms_slug_key" UNIQUE("tenant_id","client_id","site_id","taxonomy","slug"),
	CONSTRAINT "terms_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "terms_taxonomy_check" CHECK (taxonomy in ('category', 'tag'))
);
--> statement-breakpoint
ALTER TABLE "terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"email" text,
	"email_key" text,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text DEFAULT 'manual' NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"last_activity_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contacts_email_key" UNIQUE("tenant_id","client_id","email_key"),
	CONSTRAINT "contacts_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" text,
	CONSTRAINT "idempotency_keys_key" UNIQUE("tenant_id","actor","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"event_id" uuid NOT NULL,
	"handler" text NOT NULL,
	CONSTRAINT "job_runs_key" UNIQUE("tenant_id","event_id","handler")
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"deliver_after" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"fields" jsonb NOT NULL,
	"submit_label" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "forms_slug_key" UNIQUE("tenant_id","client_id","site_id","slug"),
	CONSTRAINT "forms_scope_key" UNIQUE("tenant_id","client_id","id")
);
--> statement-breakpoint
ALTER TABLE "forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"contact_id" uuid,
	"values" jsonb NOT NULL,
	"path" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "submissions_fingerprint_key" UNIQUE("tenant_id","client_id","form_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "submissions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credentials_provider_key" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refresh_tokens_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"host" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_key" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"agency_name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_key" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"source_url" text,
	"outcome" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"entity" text,
	"entity_id" uuid,
	"link" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_items_key" UNIQUE("tenant_id","client_id","import_id","source_key"),
	CONSTRAINT "import_items_outcome_check" CHECK (outcome in ('imported', 'merged', 'skipped', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "import_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"object_key" text NOT NULL,
	"upload_id" text NOT NULL,
	"parts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'uploading' NOT NULL,
	"run_id" uuid,
	"problem" text,
	"source" jsonb,
	"positions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "imports_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "imports_status_check" CHECK (status in ('uploading', 'running', 'done', 'failed', 'undoing', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"kind" text NOT NULL,
	"to_email" text NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"from_name" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"sent_at" timestamp with time zone,
	"problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "mails_status_check" CHECK (status in ('queued', 'sending', 'sent', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "run_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"run_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"message" text DEFAULT '' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "run_steps_key" UNIQUE("tenant_id","client_id","run_id","key"),
	CONSTRAINT "run_steps_status_check" CHECK (status in ('waiting', 'running', 'done', 'failed', 'skipped'))
);
--> statement-breakpoint
ALTER TABLE "run_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"subject_id" uuid,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "runs_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "runs_status_check" CHECK (status in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "domains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"host" text NOT NULL,
	"is_platform" boolean DEFAULT false NOT NULL,
	CONSTRAINT "domains_host_key" UNIQUE("host")
);
--> statement-breakpoint
ALTER TABLE "domains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "menus" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"location" text NOT NULL,
	"name" text NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "menus_location_key" UNIQUE("tenant_id","client_id","site_id","location")
);
--> statement-breakpoint
ALTER TABLE "menus" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"path" text NOT NULL,
	"title" text NOT NULL,
	"seo" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"document" jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pages_path_key" UNIQUE("tenant_id","client_id","site_id","path"),
	CONSTRAINT "pages_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "pages_status_check" CHECK (status in ('draft', 'published'))
);
--> statement-breakpoint
ALTER TABLE "pages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"from_path" text NOT NULL,
	"to_path" text NOT NULL,
	"status" integer DEFAULT 301 NOT NULL,
	"import_id" uuid,
	CONSTRAINT "redirects_from_key" UNIQUE("tenant_id","client_id","site_id","from_path"),
	CONSTRAINT "redirects_status_check" CHECK (status in (301, 302))
);
--> statement-breakpoint
ALTER TABLE "redirects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"name" text NOT NULL,
	"tagline" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"status" text DEFAULT 'provisioning' NOT NULL,
	"template" text NOT NULL,
	"features" text[] DEFAULT '{}'::text[] NOT NULL,
	"theme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"header" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"footer" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"menu_choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"snapshot_id" uuid,
	"published_at" timestamp with time zone,
	"content_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sites_scope_key" UNIQUE("tenant_id","client_id","id"),
	CONSTRAINT "sites_status_check" CHECK (status in ('provisioning', 'live', 'unpublished', 'suspended', 'error'))
);
--> statement-breakpoint
ALTER TABLE "sites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"manifest" text NOT NULL,
	"route_count" integer NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "snapshots_number_key" UNIQUE("tenant_id","client_id","site_id","number")
);
--> statement-breakpoint
ALTER TABLE "snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"client_id" uuid GENERATED ALWAYS AS (id) STORED NOT NULL,
	"name" text NOT NULL,
	"contact" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"business" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clients_scope_key" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_user_key" UNIQUE("tenant_id","client_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"permissions" text[] NOT NULL,
	"is_built_in" boolean DEFAULT false NOT NULL,
	CONSTRAINT "roles_name_key" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid GENERATED ALWAYS AS (id) STORED NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"plan" text DEFAULT 'free' NOT NULL,
	"branding" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"owner_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tenants_slug_key" UNIQUE("slug"),
	CONSTRAINT "tenants_status_check" CHECK (status in ('active', 'inactive'))
);
--> statement-breakpoint
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_post_fk" FOREIGN KEY ("tenant_id","client_id","post_id") REFERENCES "public"."posts"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_terms" ADD CONSTRAINT "post_terms_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_terms" ADD CONSTRAINT "post_terms_post_fk" FOREIGN KEY ("tenant_id","client_id","post_id") REFERENCES "public"."posts"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_terms" ADD CONSTRAINT "post_terms_term_fk" FOREIGN KEY ("tenant_id","client_id","term_id") REFERENCES "public"."terms"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_fk" FOREIGN KEY ("tenant_id","client_id","author_id") REFERENCES "public"."authors"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_contact_fk" FOREIGN KEY ("tenant_id","client_id","contact_id") REFERENCES "public"."contacts"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_client_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "public"."clients"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_form_fk" FOREIGN KEY ("tenant_id","client_id","form_id") REFERENCES "public"."forms"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_contact_fk" FOREIGN KEY ("tenant_id","client_id","contact_id") REFERENCES "public"."contacts"("tenant_id","client_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_import_fk" FOREIGN KEY ("tenant_id","client_id","import_id") REFERENCES "public"."imports"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_steps" ADD CONSTRAINT "run_steps_run_fk" FOREIGN KEY ("tenant_id","client_id","run_id") REFERENCES "public"."runs"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menus" ADD CONSTRAINT "menus_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_client_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "public"."clients"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_client_fk" FOREIGN KEY ("tenant_id","client_id") REFERENCES "public"."clients"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_fk" FOREIGN KEY ("tenant_id","role") REFERENCES "public"."roles"("tenant_id","name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_tenant_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_newest_idx" ON "audit_log" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("tenant_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "assets_site_idx" ON "assets" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "comments_post_idx" ON "comments" USING btree ("tenant_id","post_id","written_at");--> statement-breakpoint
CREATE INDEX "post_terms_term_idx" ON "post_terms" USING btree ("tenant_id","term_id");--> statement-breakpoint
CREATE INDEX "posts_site_status_idx" ON "posts" USING btree ("tenant_id","site_id","status","published_at");--> statement-breakpoint
CREATE INDEX "posts_newest_idx" ON "posts" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "activities_contact_idx" ON "activities" USING btree ("tenant_id","contact_id","id");--> statement-breakpoint
CREATE INDEX "contacts_newest_idx" ON "contacts" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "contacts_client_newest_idx" ON "contacts" USING btree ("tenant_id","client_id","id");--> statement-breakpoint
CREATE INDEX "outbox_unsent_idx" ON "outbox" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "submissions_site_idx" ON "submissions" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "submissions_newest_idx" ON "submissions" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "credentials_user_idx" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family_idx" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_idx" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "import_items_outcome_idx" ON "import_items" USING btree ("tenant_id","import_id","outcome","id");--> statement-breakpoint
CREATE INDEX "import_items_source_idx" ON "import_items" USING btree ("tenant_id","site_id","source_key");--> statement-breakpoint
CREATE INDEX "imports_site_idx" ON "imports" USING btree ("tenant_id","site_id","id");--> statement-breakpoint
CREATE INDEX "mails_newest_idx" ON "mails" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "runs_newest_idx" ON "runs" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "runs_subject_idx" ON "runs" USING btree ("tenant_id","subject_id","id");--> statement-breakpoint
CREATE INDEX "domains_site_idx" ON "domains" USING btree ("tenant_id","site_id");--> statement-breakpoint
CREATE INDEX "sites_newest_idx" ON "sites" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "clients_name_idx" ON "clients" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tenants_owner_idx" ON "tenants" USING btree ("owner_id");--> statement-breakpoint
CREATE POLICY "audit_log_tenant" ON "audit_log" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "assets_tenant" ON "assets" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "authors_tenant" ON "authors" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "comments_tenant" ON "comments" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "post_terms_tenant" ON "post_terms" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "posts_tenant" ON "posts" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "terms_tenant" ON "terms" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "activities_tenant" ON "activities" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "contacts_tenant" ON "contacts" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "idempotency_keys_tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id())) WITH CHECK (tenant_id = (select app.tenant_id()));--> statement-breakpoint
CREATE POLICY "job_runs_tenant" ON "job_runs" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id())) WITH CHECK (tenant_id = (select app.tenant_id()));--> statement-breakpoint
CREATE POLICY "outbox_tenant" ON "outbox" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "outbox_relay_reads" ON "outbox" AS PERMISSIVE FOR SELECT TO "relay_user" USING (true);--> statement-breakpoint
CREATE POLICY "outbox_relay_marks" ON "outbox" AS PERMISSIVE FOR UPDATE TO "relay_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "forms_tenant" ON "forms" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "submissions_tenant" ON "submissions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "credentials_auth" ON "credentials" AS PERMISSIVE FOR ALL TO "auth_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "refresh_tokens_auth" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO "auth_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_auth" ON "sessions" AS PERMISSIVE FOR ALL TO "auth_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_auth" ON "users" AS PERMISSIVE FOR ALL TO "auth_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_members" ON "users" AS PERMISSIVE FOR SELECT TO "app_user" USING (id in (select user_id from memberships));--> statement-breakpoint
CREATE POLICY "verifications_auth" ON "verifications" AS PERMISSIVE FOR ALL TO "auth_user" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "import_items_tenant" ON "import_items" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "imports_tenant" ON "imports" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "mails_tenant" ON "mails" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "run_steps_tenant" ON "run_steps" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "runs_tenant" ON "runs" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "domains_tenant" ON "domains" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "menus_tenant" ON "menus" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "pages_tenant" ON "pages" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "redirects_tenant" ON "redirects" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "sites_tenant" ON "sites" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "sites_platform" ON "sites" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "snapshots_tenant" ON "snapshots" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "clients_tenant" ON "clients" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "clients_auth" ON "clients" AS PERMISSIVE FOR SELECT TO "auth_user" USING (true);--> statement-breakpoint
CREATE POLICY "clients_platform" ON "clients" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "memberships_tenant" ON "memberships" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi())) WITH CHECK (tenant_id = (select app.tenant_id()) and client_id between (select app.client_lo()) and (select app.client_hi()));--> statement-breakpoint
CREATE POLICY "memberships_auth" ON "memberships" AS PERMISSIVE FOR SELECT TO "auth_user" USING (true);--> statement-breakpoint
CREATE POLICY "roles_tenant" ON "roles" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id())) WITH CHECK (tenant_id = (select app.tenant_id()));--> statement-breakpoint
CREATE POLICY "roles_auth" ON "roles" AS PERMISSIVE FOR SELECT TO "auth_user" USING (true);--> statement-breakpoint
CREATE POLICY "tenants_tenant" ON "tenants" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = (select app.tenant_id())) WITH CHECK (tenant_id = (select app.tenant_id()));--> statement-breakpoint
CREATE POLICY "tenants_auth" ON "tenants" AS PERMISSIVE FOR SELECT TO "auth_user" USING (true);--> statement-breakpoint
CREATE POLICY "tenants_platform" ON "tenants" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);