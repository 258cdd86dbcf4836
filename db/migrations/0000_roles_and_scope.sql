-- Roles the parts of the product connect as. None owns a table or may bypass row security; passwords are set where they are deployed.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['app_user', 'auth_user', 'relay_user', 'platform_user'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT NOBYPASSRLS', name);
    END IF;
  END LOOP;
END $$;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS app;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA app, public TO app_user, auth_user, relay_user, platform_user;--> statement-breakpoint

-- The scope of a transaction. Settings are set with set_config(…, true): they end with the transaction.
CREATE FUNCTION app.tenant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;--> statement-breakpoint
CREATE FUNCTION app.client_lo() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.client_id', true), ''), '00000000-0000-0000-0000-000000000000')::uuid $$;--> statement-breakpoint
CREATE FUNCTION app.client_hi() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.client_id', true), ''), 'ffffffff-ffff-ffff-ffff-ffffffffffff')::uuid $$;--> statement-breakpoint
-- The client a row is written for: the one in scope, else the one the writer named, else the agency's own, whose id is the tenant's.
CREATE FUNCTION app.client_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.client_id', true), ''), nullif(current_setting('app.writes_for', true), ''), nullif(current_setting('app.tenant_id', true), ''))::uuid $$;--> statement-breakpoint

-- Stands first in a batch that changes a row: the whole batch fails when the row is missing (DD404) or newer than what the writer saw (DD409).
CREATE FUNCTION app.expect_version(present integer, wanted integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF present IS NULL THEN RAISE EXCEPTION 'row not found' USING ERRCODE = 'DD404'; END IF;
  IF wanted IS NOT NULL AND present <> wanted THEN RAISE EXCEPTION 'row was changed' USING ERRCODE = 'DD409'; END IF;
END $$;--> statement-breakpoint
-- The same for any other condition a batch depends on; the sentence tells whoever asked what is the matter.
CREATE FUNCTION app.expect(condition boolean, code text, sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF condition IS NOT TRUE THEN RAISE EXCEPTION 'condition not met: %', code USING ERRCODE = 'DD' || code, DETAIL = sentence; END IF;
END $$;--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO app_user, auth_user, relay_user, platform_user;
