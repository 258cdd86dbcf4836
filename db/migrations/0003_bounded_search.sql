-- A search knows how many rows are wanted. Words that many rows hold are then found along the index of the newest, words
-- that few hold by their trigrams: which, is decided for each search anew, from what is searched for.
CREATE INDEX contacts_tags_idx ON contacts USING gin (tenant_id, tags);--> statement-breakpoint
DROP FUNCTION app.find_contacts(text);--> statement-breakpoint
DROP FUNCTION app.find_posts(text);--> statement-breakpoint
CREATE FUNCTION app.find_contacts(words text, with_tag text, from_source text, older_than uuid, at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  tenant uuid := app.tenant_id();
  lo uuid := app.client_lo();
  hi uuid := app.client_hi();
BEGIN
  RETURN QUERY SELECT id FROM public.contacts
    WHERE tenant_id = tenant AND client_id BETWEEN lo AND hi AND deleted_at IS NULL
      AND (words IS NULL OR search_text LIKE app.like_pattern(words))
      AND (with_tag IS NULL OR tags @> ARRAY[with_tag])
      AND (from_source IS NULL OR source = from_source)
      AND (older_than IS NULL OR id < older_than)
    ORDER BY id DESC LIMIT at_most;
END $$;--> statement-breakpoint
CREATE FUNCTION app.find_posts(words text, of_site uuid, with_status text, older_than uuid, at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  tenant uuid := app.tenant_id();
  lo uuid := app.client_lo();
  hi uuid := app.client_hi();
BEGIN
  RETURN QUERY SELECT id FROM public.posts
    WHERE tenant_id = tenant AND client_id BETWEEN lo AND hi AND deleted_at IS NULL
      AND search_text LIKE app.like_pattern(words)
      AND (of_site IS NULL OR site_id = of_site)
      AND (with_status IS NULL OR status = with_status)
      AND (older_than IS NULL OR id < older_than)
    ORDER BY id DESC LIMIT at_most;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.find_contacts(text, text, text, uuid, int), app.find_posts(text, uuid, text, uuid, int) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.find_contacts(text, text, text, uuid, int), app.find_posts(text, uuid, text, uuid, int) TO app_user;
