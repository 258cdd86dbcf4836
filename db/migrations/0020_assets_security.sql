ALTER TABLE asset_folders FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE uploads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON asset_folders, uploads TO app_user;--> statement-breakpoint
-- Files that came with imports were stored as they were fetched.
UPDATE assets SET content_hash = left(sha256, 24) WHERE sha256 IS NOT NULL;--> statement-breakpoint
UPDATE tenants SET stored_bytes = coalesce((SELECT sum(size_bytes) FROM assets WHERE assets.tenant_id = tenants.id), 0);
