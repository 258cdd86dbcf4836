ALTER TABLE plugins FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plugin_decisions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE plugin_instances FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON plugins, plugin_decisions, plugin_instances TO app_user;--> statement-breakpoint
GRANT SELECT ON plugins, plugin_decisions TO platform_user;--> statement-breakpoint
UPDATE roles SET permissions = array_append(permissions, 'platform:write') WHERE name = 'super_admin' AND is_built_in AND NOT 'platform:write' = ANY (permissions);
