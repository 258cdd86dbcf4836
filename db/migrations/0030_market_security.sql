ALTER TABLE market_submissions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_installs FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_reports FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_listings FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_versions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_decisions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE market_reviews FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON market_submissions, market_installs, market_reports, market_listings, market_versions, market_decisions, market_reviews TO app_user;--> statement-breakpoint
GRANT SELECT ON market_submissions, market_installs, market_reports, market_decisions, market_listings TO platform_user;--> statement-breakpoint
-- What agencies did with a listing, counted across all of them: sums alone, written where every agency may read them. It takes no
-- words of its caller's but which listing, and whoever calls it, the outcome is the same.
CREATE FUNCTION app.tally_listing(listing uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  platform constant uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  DELETE FROM public.market_reviews r WHERE r.tenant_id = platform AND r.listing_id = listing
    AND NOT EXISTS (SELECT FROM public.market_installs i WHERE i.id = r.install_id AND i.rating IS NOT NULL);
  UPDATE public.market_listings l SET
    install_count = (SELECT count(*) FROM public.market_installs i WHERE i.listing_id = l.id),
    rating_count = (SELECT count(*) FROM public.market_reviews r WHERE r.tenant_id = platform AND r.listing_id = l.id),
    rating_sum = (SELECT coalesce(sum(r.rating), 0) FROM public.market_reviews r WHERE r.tenant_id = platform AND r.listing_id = l.id),
    is_withdrawn = EXISTS (SELECT FROM public.market_submissions s WHERE s.tenant_id = l.agency_id
      AND s.listing_id = l.id AND s.number = l.number AND s.status = 'withdrawn')
  WHERE l.tenant_id = platform AND l.id = listing;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION app.tally_listing(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.tally_listing(uuid) TO app_user;
