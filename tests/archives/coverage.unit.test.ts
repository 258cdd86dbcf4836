import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'

const archived = [
  'menus',
  'forms',
  'authors',
  'series',
  'site_languages',
  'terms',
  'redirects',
  'pages',
  'posts',
  'post_terms',
  'comments',
  'assets',
]

/** What stays behind when a site is packed, each with the reason. */
const leftBehind: Record<string, string> = {
  asset_folders: 'Where a file lies in the library is shown by no page.',
  uploads: 'How files came here, and what they were before.',
  archives: 'Files made of the site.',
  claps: 'What visitors of this site did.',
  collections: 'They travel as CSV files of their own.',
  entries: 'They travel as CSV files of their own.',
  domains: 'A host leads to one site.',
  import_items: 'How the site came here.',
  imports: 'How the site came here.',
  missing_pages: 'What visitors of this site looked for.',
  plugin_instances: 'Which plugins a copy has is for those who make it to say.',
  preview_tokens: 'Who reads this site’s drafts.',
  preview_links: 'Whom this site was shown to.',
  scheduled_changes: 'What is to happen to this site.',
  site_reviews: 'Who approved what of this site.',
  snapshots: 'What was published here.',
  subscribers: 'Who asked this site for its news.',
  submissions: 'What visitors of this site sent.',
}

test('every table of a site is packed into its archive, or stays behind for a reason', () => {
  const tables = Object.values(schema).filter((each) => is(each, PgTable))
  const ofSites = tables.filter((table) => 'siteId' in getTableColumns(table)).map(getTableName)
  expect(ofSites.toSorted()).toEqual([...archived, ...Object.keys(leftBehind)].toSorted())
})
