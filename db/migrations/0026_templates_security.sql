ALTER TABLE templates FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE template_versions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON templates, template_versions TO app_user;
