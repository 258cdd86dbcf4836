ALTER TABLE series FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE post_revisions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE claps FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE subscribers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON series, post_revisions, claps, subscribers TO app_user;
