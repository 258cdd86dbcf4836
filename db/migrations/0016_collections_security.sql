ALTER TABLE collections FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE entries FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE entry_values FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE preview_tokens FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON collections, entries, entry_values, preview_tokens TO app_user;--> statement-breakpoint
CREATE INDEX entries_search_idx ON entries USING gin (tenant_id, search_text gin_trgm_ops);--> statement-breakpoint

-- One condition of a search as SQL over entry_values. Which column holds a field's values follows from its kind; each
-- condition carries what it compares with as text, as a number and as a moment.
CREATE FUNCTION app.entry_condition(scope text, collection uuid, field jsonb, condition jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kind text := field ->> 'kind';
  operator text := condition ->> 'operator';
  of_field text := format('v.%s AND v.collection_id = %L AND v.field = %L', replace(scope, ' client_id', ' v.client_id'), collection, field ->> 'id');
  wanted jsonb := condition -> CASE WHEN kind IN ('number', 'money', 'boolean') THEN 'numbers' WHEN kind IN ('date', 'dateTime') THEN 'moments' ELSE 'texts' END;
  is_number boolean := kind IN ('number', 'money', 'boolean', 'date', 'dateTime');
  held text := CASE WHEN is_number THEN 'v.number_key' ELSE 'v.text_key' END;
  list text := (SELECT string_agg(CASE WHEN is_number THEN format('%L::float8', value) ELSE quote_literal(value) END, ', ') FROM jsonb_array_elements_text(wanted));
  sign text := CASE operator WHEN 'gt' THEN '>' WHEN 'gte' THEN '>=' WHEN 'lt' THEN '<' WHEN 'lte' THEN '<=' END;
  test text := CASE
    WHEN operator = 'empty' THEN held || ' IS NULL'
    WHEN list IS NULL THEN 'false'
    WHEN operator = 'contains' THEN format('v.text_key LIKE %L', app.like_pattern(wanted ->> 0))
    WHEN sign IS NOT NULL THEN format('%s %s %s', held, sign, list)
    ELSE format('%s IN (%s)', held, list) END;
BEGIN
  RETURN format(' AND %sEXISTS (SELECT FROM public.entry_values v WHERE %s AND v.entry_id = e.id AND %s)',
    CASE WHEN operator = 'ne' THEN 'NOT ' WHEN operator = 'empty' AND condition ->> 'isNegated' = 'true' THEN 'NOT ' ELSE '' END, of_field, test);
END $$;--> statement-breakpoint

-- A page of a collection's entries, in order: LIKE cannot use an index under row security, and fields are of the agencies'
-- own choosing, so the statement is put together for each search, within the scope of the transaction and planned anew.
CREATE FUNCTION app.find_entries(of_site uuid, in_collection text, words text, with_status text, conditions jsonb, sort_by text, is_descending boolean, after jsonb, at_most int) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  scope text := format('tenant_id = %L AND client_id BETWEEN %L AND %L', app.tenant_id(), app.client_lo(), app.client_hi());
  matching text := format('e.%s AND e.deleted_at IS NULL', replace(scope, ' client_id', ' e.client_id'));
  way text := CASE WHEN is_descending THEN 'DESC' ELSE 'ASC' END;
  beyond text := CASE WHEN is_descending THEN '<' ELSE '>' END;
  most text := CASE WHEN at_most IS NULL THEN '' ELSE format(' LIMIT %s', at_most) END;
  owner public.collections;
  condition jsonb;
  field jsonb;
  held text;
  joined text;
  many int;
BEGIN
  IF in_collection IS NOT NULL THEN
    SELECT * INTO owner FROM public.collections c
      WHERE c.tenant_id = app.tenant_id() AND c.client_id BETWEEN app.client_lo() AND app.client_hi()
        AND c.site_id = of_site AND c.key = in_collection AND c.deleted_at IS NULL;
    IF NOT FOUND THEN RETURN; END IF;
    matching := matching || format(' AND e.collection_id = %L', owner.id);
  END IF;
  IF words IS NOT NULL THEN matching := matching || format(' AND e.search_text LIKE %L', app.like_pattern(words)); END IF;
  IF with_status IS NOT NULL THEN matching := matching || format(' AND e.status = %L', with_status); END IF;
  FOR condition IN SELECT value FROM jsonb_array_elements(conditions) LOOP
    field := (SELECT f FROM jsonb_array_elements(owner.fields) f WHERE f ->> 'key' = condition ->> 'field');
    IF field IS NOT NULL THEN matching := matching || app.entry_condition(scope, owner.id, field, condition); END IF;
  END LOOP;

  field := (SELECT f FROM jsonb_array_elements(owner.fields) f WHERE f ->> 'key' = sort_by);
  held := CASE WHEN field ->> 'kind' IN ('number', 'money', 'boolean', 'date', 'dateTime') THEN 's.number_key' ELSE 's.text_key' END;
  -- A cursor of another list leads nowhere.
  IF (sort_by = 'position' OR held = 's.number_key') AND NOT coalesce(pg_input_is_valid(after ->> 'value', 'float8'), true) THEN RETURN; END IF;
  IF field IS NULL THEN
    IF sort_by = 'position' THEN
      IF after IS NOT NULL THEN matching := matching || format(' AND (e.position, e.id) %s (%L::float8, %L::uuid)', beyond, after ->> 'value', after ->> 'id'); END IF;
      RETURN QUERY EXECUTE format('SELECT e.id FROM public.entries e WHERE %s ORDER BY e.position %s, e.id %s%s', matching, way, way, most);
    ELSE
      IF after IS NOT NULL THEN matching := matching || format(' AND e.id %s %L::uuid', beyond, after ->> 'id'); END IF;
      RETURN QUERY EXECUTE format('SELECT e.id FROM public.entries e WHERE %s ORDER BY e.id %s%s', matching, way, most);
    END IF;
    RETURN;
  END IF;

  -- By a field: those that have a value first, then those that have none.
  joined := format('SELECT e.id FROM public.entry_values s JOIN public.entries e ON e.id = s.entry_id WHERE s.%s AND s.collection_id = %L AND s.field = %L AND s.place = 0 AND %s',
    replace(scope, ' client_id', ' s.client_id'), owner.id, field ->> 'id', matching);
  many := 0;
  IF after IS NULL OR after ->> 'value' IS NOT NULL THEN
    RETURN QUERY EXECUTE joined || format(' AND %s IS NOT NULL', held)
      || CASE WHEN after IS NULL THEN '' ELSE format(' AND (%s, s.entry_id) %s (%L::%s, %L::uuid)', held, beyond, after ->> 'value', CASE held WHEN 's.number_key' THEN 'float8' ELSE 'text' END, after ->> 'id') END
      || format(' ORDER BY %s %s, s.entry_id %s%s', held, way, way, most);
    GET DIAGNOSTICS many = ROW_COUNT;
  END IF;
  IF at_most IS NULL OR many < at_most THEN
    RETURN QUERY EXECUTE joined || format(' AND %s IS NULL', held)
      || CASE WHEN after IS NULL OR after ->> 'value' IS NOT NULL THEN '' ELSE format(' AND s.entry_id %s %L::uuid', beyond, after ->> 'id') END
      || format(' ORDER BY s.entry_id %s%s', way, CASE WHEN at_most IS NULL THEN '' ELSE format(' LIMIT %s', at_most - many) END);
  END IF;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.entry_condition(text, uuid, jsonb, jsonb), app.find_entries(uuid, text, text, text, jsonb, text, boolean, jsonb, int) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.find_entries(uuid, text, text, text, jsonb, text, boolean, jsonb, int) TO app_user;
