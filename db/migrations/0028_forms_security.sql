ALTER TABLE form_revisions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON form_revisions TO app_user;
