ALTER TABLE site_reviews FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE reviewers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE page_threads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE thread_comments FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE thread_reads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE preview_links FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE scheduled_changes FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON site_reviews, reviewers, page_threads, thread_comments, thread_reads, preview_links, scheduled_changes TO app_user;
