-- Row security holds for the tables' owner too.
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON
  activities, assets, authors, clients, comments, contacts, domains, forms, idempotency_keys, import_items, imports, mails,
  memberships, menus, outbox, pages, post_terms, posts, redirects, roles, run_steps, runs, sites, snapshots, submissions, terms
TO app_user;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tenants TO app_user;--> statement-breakpoint
-- Written once: what was done stays said.
GRANT SELECT, INSERT ON audit_log, job_runs TO app_user;--> statement-breakpoint
GRANT SELECT (id, name, email) ON users TO app_user;--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, credentials, verifications, refresh_tokens TO auth_user;--> statement-breakpoint
GRANT SELECT ON tenants, clients, memberships, roles TO auth_user;--> statement-breakpoint
GRANT SELECT, UPDATE (sent_at, updated_at) ON outbox TO relay_user;--> statement-breakpoint
GRANT SELECT ON tenants, clients, sites TO platform_user;--> statement-breakpoint

-- The platform's own tenant: home of its staff and of mails sent before an agency exists.
INSERT INTO tenants (id, name, slug) VALUES ('00000000-0000-0000-0000-000000000000', 'DDE', 'platform');--> statement-breakpoint
INSERT INTO clients (id, tenant_id, name)
  VALUES ('00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', 'DDE');--> statement-breakpoint

-- Search. LIKE is not leakproof, so under row security it cannot use an index: these functions apply the scope themselves.
CREATE INDEX contacts_search_idx ON contacts USING gin (tenant_id, search_text gin_trgm_ops);--> statement-breakpoint
CREATE INDEX posts_search_idx ON posts USING gin (tenant_id, search_text gin_trgm_ops);--> statement-breakpoint
CREATE FUNCTION app.like_pattern(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT '%' || replace(replace(replace(lower(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;--> statement-breakpoint
CREATE FUNCTION app.find_contacts(words text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tenant uuid := app.tenant_id();
  lo uuid := app.client_lo();
  hi uuid := app.client_hi();
BEGIN
  RETURN QUERY SELECT id FROM public.contacts
    WHERE tenant_id = tenant AND client_id BETWEEN lo AND hi AND search_text LIKE app.like_pattern(words);
END $$;--> statement-breakpoint
CREATE FUNCTION app.find_posts(words text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tenant uuid := app.tenant_id();
  lo uuid := app.client_lo();
  hi uuid := app.client_hi();
BEGIN
  RETURN QUERY SELECT id FROM public.posts
    WHERE tenant_id = tenant AND client_id BETWEEN lo AND hi AND search_text LIKE app.like_pattern(words);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.find_contacts(text), app.find_posts(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.like_pattern(text), app.find_contacts(text), app.find_posts(text) TO app_user;
