import type { World } from '#tests/stack/world.ts'
import { newId, PLATFORM_TENANT } from '#workers/core/ids.ts'
import { blank } from '#workers/sites/templates/blank/blank.ts'

const { id: _id, preview: _preview, name, description, industry, category, ...content } = blank
const said = ['template', name, description, industry, category, 'Free to use on any website.']

/** Something on the marketplace, as if the platform's staff had approved it. */
export async function insertListing(world: World): Promise<string> {
  const [id, agencyId] = [newId(), newId()]
  await world.db.query(
    `insert into market_listings (id, tenant_id, agency_id, agency_name, number, kind, name, description, industry, category, licence)
     values ($1, $2, $3, 'Makers', 1, $4, $5, $6, $7, $8, $9)`,
    [id, PLATFORM_TENANT, agencyId, ...said],
  )
  await world.db.query(
    'insert into market_versions (id, tenant_id, listing_id, number, content) values ($1, $2, $3, 1, $4)',
    [newId(), PLATFORM_TENANT, id, content],
  )
  return id
}

/** What an agency handed in and a machine found nothing against. */
export async function insertSubmission(world: World, tenantId: string, listingId = newId()): Promise<string> {
  const id = newId()
  await world.db.query(
    `insert into market_submissions (id, tenant_id, client_id, listing_id, number, source_id, agency_name, submitted_by, status, content,
       kind, name, description, industry, category, licence)
     values ($1, $2, $2, $3, 1, $4, 'Makers', 'Someone', 'waiting', $5, $6, $7, $8, $9, $10, $11)`,
    [id, tenantId, listingId, newId(), content, ...said],
  )
  return id
}

/** A listing an agency has installed and, if a rating is given, has said something about. */
export async function insertInstall(world: World, tenantId: string, rating: number | null = null) {
  const [id, listing] = [newId(), await insertListing(world)]
  await world.db.query(
    `insert into market_installs (id, tenant_id, client_id, listing_id, number, target_id, agency_name, rating, reviewed_at)
     values ($1, $2, $2, $3, 1, $4, 'Users', $5::integer, case when $5::integer is not null then now() end)`,
    [id, tenantId, listing, newId(), rating],
  )
  return { id, listing }
}

export async function insertReport(world: World, tenantId: string): Promise<string> {
  const id = newId()
  await world.db.query(
    `insert into market_reports (id, tenant_id, client_id, listing_id, listing_name, reason, agency_name, reported_by)
     values ($1, $2, $2, $3, 'Blank', 'Not theirs', 'Users', 'Someone')`,
    [id, tenantId, await insertListing(world)],
  )
  return id
}
