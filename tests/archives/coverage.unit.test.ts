import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import {
  ArchivedFile,
  ArchivedForm,
  ArchivedPage,
  ArchivedPost,
  ArchivedSite,
} from '#workers/archives/archive-format.contract.ts'
import {
  ArchivedCollection,
  ArchivedEntry,
  ArchivedPlugin,
} from '#workers/archives/archived-collections.contract.ts'

interface Packed {
  /** What the archive holds of a row. */
  holds: readonly string[]
  /** Columns that have another name there, or are said by something else. */
  saidBy?: Record<string, string>
  /** Columns that stay behind, each with the reason. */
  leaves?: Record<string, string>
}

const keysOf = (object: { shape: object }) => Object.keys(object.shape)
const { shape } = ArchivedSite
const fromContent = 'Made anew from the content.'
const history = 'Who worked on it here.'
const removed = 'What is removed is not packed.'

const packed: Record<string, Packed> = {
  sites: {
    holds: keysOf(ArchivedSite),
    leaves: {
      status: 'A new site begins unpublished.',
      access: 'Who gets in here.',
      snapshotId: 'What was published here.',
      stagingSnapshotId: 'What was published here.',
      publishedAt: 'What was published here.',
      approval: 'Who approves here.',
      newsletter: 'Whom this site writes to, who stay behind.',
      contentChangedAt: 'Everything is new.',
      sweeps: 'What is tidied up here.',
      sweepingSince: 'What is tidied up here.',
      deletedAt: removed,
    },
  },
  menus: { holds: keysOf(shape.menus.element) },
  forms: {
    holds: keysOf(ArchivedForm),
    leaves: {
      changedAt: 'A new form begins now.',
      archivedAt: 'What is archived is not packed.',
      retentionId: 'Begun anew where answers are kept for some days only.',
    },
  },
  authors: { holds: keysOf(shape.authors.element) },
  series: { holds: keysOf(shape.series.element) },
  site_languages: { holds: keysOf(shape.languages.element) },
  terms: { holds: keysOf(shape.terms.element), saidBy: { parentId: 'parent' } },
  redirects: {
    holds: keysOf(shape.redirects.element),
    saidBy: { fromPath: 'from', toPath: 'to' },
    leaves: {
      hits: 'What visitors did here.',
      lastHitAt: 'What visitors did here.',
      importId: 'How the site came here.',
    },
  },
  pages: {
    holds: keysOf(ArchivedPage),
    leaves: {
      kind: 'Headers, footers and sections are entries of site.json.',
      sectionIds: fromContent,
      editedBy: history,
      editedAt: history,
      deletedAt: removed,
    },
  },
  posts: {
    holds: keysOf(ArchivedPost),
    saidBy: { contentHtml: 'html', authorId: 'author', seriesId: 'series', seriesPart: 'series' },
    leaves: {
      searchText: fromContent,
      editedBy: history,
      editedAt: history,
      announcedAt: 'Whom this site told.',
      deletedAt: removed,
    },
  },
  post_terms: { holds: keysOf(ArchivedPost), saidBy: { postId: 'terms', termId: 'terms' } },
  comments: {
    holds: keysOf(ArchivedPost.shape.comments.element),
    saidBy: {
      postId: 'parent',
      parentId: 'parent',
      authorName: 'author',
      authorEmail: 'email',
      contentHtml: 'html',
    },
    leaves: { searchText: fromContent, fingerprint: 'Which visitor sent it.' },
  },
  assets: {
    holds: keysOf(ArchivedFile),
    saidBy: { focusX: 'focus', focusY: 'focus' },
    leaves: {
      ...Object.fromEntries(
        [
          'kind',
          'contentType',
          'sizeBytes',
          'sha256',
          'contentHash',
          'objectKey',
          'placeholder',
          'isResizable',
          'status',
          'problem',
        ].map((column) => [column, 'Found out anew from the bytes.']),
      ),
      folderId: 'Where a file lies in the library is shown by no page.',
      uploadedBy: history,
      sourceUrl: 'How the file came here.',
      deletedAt: removed,
    },
  },
  collections: {
    holds: keysOf(ArchivedCollection),
    saidBy: { formId: 'form', templatePageId: 'template' },
    leaves: {
      removedFields: 'What was taken away here, and could be brought back here.',
      deletedAt: removed,
    },
  },
  entries: {
    holds: keysOf(ArchivedEntry),
    saidBy: { publicId: 'id', data: 'values' },
    leaves: {
      collectionId: 'The folder it lies in names its collection.',
      position: 'They stand in their order.',
      searchText: fromContent,
      deletedAt: removed,
    },
  },
  plugin_instances: {
    holds: keysOf(ArchivedPlugin),
    saidBy: { collectionIds: 'collections' },
    leaves: { problem: 'What failed here.', problemAt: 'What failed here.' },
  },
}

/** Tables of a site that stay behind when it is packed, each with the reason. */
const leftBehind: Record<string, string> = {
  asset_folders: 'Where a file lies in the library is shown by no page.',
  uploads: 'How files came here, and what they were before.',
  archives: 'Files made of the site.',
  claps: 'What visitors of this site did.',
  domains: 'A host leads to one site.',
  import_items: 'How the site came here.',
  imports: 'How the site came here.',
  missing_pages: 'What visitors of this site looked for.',
  preview_tokens: 'Who reads this site’s drafts.',
  preview_links: 'Whom this site was shown to.',
  scheduled_changes: 'What is to happen to this site.',
  site_reviews: 'Who approved what of this site.',
  snapshots: 'What was published here.',
  subscribers: 'Who asked this site for its news.',
  submissions: 'What visitors of this site sent.',
}

const tables = Object.values(schema).filter((each) => is(each, PgTable))
/** What every row has: its id and owner follow from where it is unpacked, the moments from when. */
const common = ['id', 'tenantId', 'clientId', 'siteId', 'createdAt', 'updatedAt', 'version']

test('every table of a site is packed into its archive, or stays behind for a reason', () => {
  const ofSites = tables.filter((table) => 'siteId' in getTableColumns(table)).map(getTableName)
  const known = [...Object.keys(packed), ...Object.keys(leftBehind)].filter((name) => name !== 'sites')
  expect(ofSites.toSorted()).toEqual(known.toSorted())
})

describe('every column is packed, or stays behind for a reason', () => {
  test.each(Object.entries(packed))('of %s', (name, { holds, saidBy = {}, leaves = {} }) => {
    const table = tables.find((each) => getTableName(each) === name)
    if (!table) throw new Error(`There is no table ${name}.`)
    const columns = Object.keys(getTableColumns(table)).filter((column) => !common.includes(column))
    const lost = columns.filter(
      (column) => !holds.includes(saidBy[column] ?? column) && leaves[column] === undefined,
    )
    expect(lost).toEqual([])
    const strangers = [...Object.keys(saidBy), ...Object.keys(leaves)].filter(
      (each) => !columns.includes(each),
    )
    expect(strangers, 'columns that are no more').toEqual([])
  })
})
