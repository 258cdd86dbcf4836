CREATE TABLE "plugin_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"key" text NOT NULL,
	"is_allowed" boolean DEFAULT true NOT NULL,
	"clients_may_switch" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"decided_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plugin_decisions_key_key" UNIQUE("tenant_id","key")
);
--> statement-breakpoint
ALTER TABLE "plugin_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plugin_instances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"client_id" uuid DEFAULT app.client_id() NOT NULL,
	"site_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_active" boolean NOT NULL,
	"config" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"config_version" integer DEFAULT 1 NOT NULL,
	"collection_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problem" text,
	"problem_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plugin_instances_key_key" UNIQUE("tenant_id","client_id","site_id","key")
);
--> statement-breakpoint
ALTER TABLE "plugin_instances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plugins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT app.tenant_id() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"key" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"code" text NOT NULL,
	"code_hash" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"proposal" jsonb,
	"submitted_by" text NOT NULL,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plugins_key_key" UNIQUE("tenant_id","key"),
	CONSTRAINT "plugins_status_check" CHECK (status in ('waiting', 'approved'))
);
--> statement-breakpoint
ALTER TABLE "plugins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plugin_instances" ADD CONSTRAINT "plugin_instances_site_fk" FOREIGN KEY ("tenant_id","client_id","site_id") REFERENCES "public"."sites"("tenant_id","client_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plugin_instances_plugin_idx" ON "plugin_instances" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE POLICY "plugin_decisions_tenant" ON "plugin_decisions" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "plugin_decisions_of_platform" ON "plugin_decisions" AS PERMISSIVE FOR SELECT TO "app_user" USING (tenant_id = '00000000-0000-0000-0000-000000000000'::uuid);--> statement-breakpoint
CREATE POLICY "plugin_decisions_platform" ON "plugin_decisions" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);--> statement-breakpoint
CREATE POLICY "plugin_instances_tenant" ON "plugin_instances" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi()) WITH CHECK (tenant_id = app.tenant_id() and client_id between app.client_lo() and app.client_hi());--> statement-breakpoint
CREATE POLICY "plugins_tenant" ON "plugins" AS PERMISSIVE FOR ALL TO "app_user" USING (tenant_id = app.tenant_id()) WITH CHECK (tenant_id = app.tenant_id());--> statement-breakpoint
CREATE POLICY "plugins_platform" ON "plugins" AS PERMISSIVE FOR SELECT TO "platform_user" USING (true);