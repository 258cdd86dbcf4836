ALTER TABLE archives FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE missing_pages FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON archives, missing_pages TO app_user;
