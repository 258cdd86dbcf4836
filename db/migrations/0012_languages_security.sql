ALTER TABLE site_languages FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON site_languages TO app_user;
