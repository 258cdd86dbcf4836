ALTER TABLE shared_sections FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shared_sections TO app_user;
