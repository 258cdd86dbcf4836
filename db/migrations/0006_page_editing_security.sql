ALTER TABLE page_edits FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE page_revisions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON page_edits, page_revisions TO app_user;
