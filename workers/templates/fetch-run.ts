import { desc, eq } from 'drizzle-orm'
import { templates, templateVersions } from '#db/schema/index.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import { filePath } from '../assets/file-address.contract.ts'
import { cleanFileName } from '../assets/file-name.ts'
import { FileRefused } from '../assets/file-refused.ts'
import { inspectFile } from '../assets/inspect-file.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { idFollowing } from '../core/ids.ts'
import { check, parseJson } from '../core/input.ts'
import { FetchFailed, UnsafeUrl } from '../core/safe-fetch.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { withSafeDocument } from '../sites/safe-patches.ts'
import { archiveAddress } from './git-archive.ts'
import { insertVersion, versionMadeBy } from './save-run.ts'
import { readTarGz } from './tar-reader.ts'
import type { TemplateContent } from './template-content.contract.ts'
import { TemplateManifest } from './template-content.contract.ts'
import { refuseTooMuch } from './template-files.ts'

/** What a repository holds at a commit, as a version of a template. A first one is in use at once; a newer one waits to be chosen. */
export const templateFetch: RunDefinition = {
  kind: 'template.fetch',
  steps: [{ key: 'fetch', label: 'Fetch and read the repository', run: fetchVersion }],
}

const MANIFEST = 'template.json'
const FILE = /^files\/([A-Za-z0-9][A-Za-z0-9 ._()-]{0,120})$/
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024

async function fetchVersion(ctx: Context, run: RunState): Promise<StepResult> {
  const [row] = await ctx.db
    .select()
    .from(templates)
    .where(eq(templates.id, run.subjectId ?? ''))
  if (!row?.templateGitUrl) throw notFound('Template', run.subjectId ?? '')
  const { files: found, commit } = await download(ctx, row.templateGitUrl, row.gitRef ?? 'HEAD')
  const latest = await latestCommit(ctx, row.id)
  if (commit !== '' && commit === latest) return { message: `Nothing new since ${commit.slice(0, 12)}` }

  const {
    format: _format,
    version: _version,
    name,
    description,
    industry,
    category,
    ...told
  } = readManifest(found)
  const id = await versionMadeBy(run)
  const { files, addresses } = await takeFiles(ctx, id, found)
  const content = withAddresses(safeContent(told as unknown as TemplateContent), addresses)
  const isFirst = row.currentVersionId === null
  return {
    effects: [
      insertVersion(ctx, run, id, {
        ...{ content: { ...content }, files, origin: commit || 'unknown', createdBy: run.createdBy },
      }),
      ...(isFirst
        ? [
            ctx.db
              .update(templates)
              .set({ name, description, industry, category, currentVersionId: id })
              .where(eq(templates.id, row.id)),
          ]
        : []),
      audit(ctx, 'template.fetched', row.id, { commit }, { clientId: run.clientId }),
    ],
    message: isFirst ? `${content.pages.length} pages` : 'A newer version waits to be looked at',
  }
}

/** A repository that cannot be read is a sentence for whoever named it, not a failure of ours. */
async function download(ctx: Context, gitUrl: string, ref: string) {
  try {
    const { bytes } = await ctx.ports.downloadArchive(archiveAddress(gitUrl, ref))
    return await readTarGz(new Uint8Array(bytes), (name) => name === MANIFEST || FILE.test(name))
  } catch (error) {
    if (!(error instanceof FetchFailed || error instanceof UnsafeUrl)) throw error
    throw new DomainError('invalid_input', `The repository cannot be read at “${ref}”: ${error.message}`, {
      cause: error,
    })
  }
}

async function latestCommit(ctx: Context, templateId: string): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ origin: templateVersions.origin })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, templateId))
    .orderBy(desc(templateVersions.number))
    .limit(1)
  return row?.origin
}

type Found = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

function readManifest(found: Found) {
  const bytes = found.get(MANIFEST)
  if (!bytes) throw new DomainError('invalid_input', 'The repository holds no template.json at its top.')
  if (bytes.length > MAX_MANIFEST_BYTES)
    throw new DomainError('invalid_input', 'template.json may have at most 4 MB.')
  return check(TemplateManifest, parseJson(new TextDecoder().decode(bytes)))
}

/** HTML of somebody else goes through the allow-list like all other. */
const safeContent = (content: TemplateContent): TemplateContent => ({
  ...content,
  header: withSafeDocument(content.header),
  footer: withSafeDocument(content.footer),
  pages: content.pages.map((page) => ({ ...page, document: withSafeDocument(page.document) })),
  posts: content.posts.map((post) => ({ ...post, html: sanitiseHtml(post.html) })),
})

/** Each file is looked at as if somebody had uploaded it: typed by its bytes, pictures and drawings made clean. */
async function takeFiles(ctx: Context, versionId: string, found: Found) {
  const files: TemplateFile[] = []
  const addresses = new Map<string, string>()
  refuseTooMuch([...found.values()].map(({ length }) => ({ sizeBytes: length })))
  for (const [path, bytes] of found) {
    const given = FILE.exec(path)?.[1]
    if (!given) continue
    const id = await idFollowing(versionId, 'file', path)
    const objectKey = `arrivals/${versionId}/${id}`
    await ctx.ports.files.put(objectKey, bytes, 'application/octet-stream')
    try {
      const arrived = {
        siteId: versionId,
        objectKey,
        fileName: cleanFileName(given),
        sizeBytes: bytes.length,
      }
      const { fileName, facts } = await inspectFile(ctx.ports, arrived)
      files.push({ ...facts, id, fileName, title: '', alt: '', caption: '', focusX: 50, focusY: 50 })
      addresses.set(path, filePath(id, fileName))
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      throw new DomainError('invalid_input', `${path}: ${error.message}`, { cause: error })
    } finally {
      await ctx.ports.files.delete([objectKey])
    }
  }
  return { files, addresses }
}

/** `files/door.jpg` in a template is the file of that name that came with it, in HTML as elsewhere. */
function withAddresses(content: TemplateContent, addresses: ReadonlyMap<string, string>): TemplateContent {
  const text = JSON.stringify(content).replace(
    /(?<=\\?")(?:\.?\/)?(files\/[A-Za-z0-9][A-Za-z0-9 ._()-]{0,120})(?=\\?")/g,
    (written, path: string) => addresses.get(path) ?? written,
  )
  // safe: addresses take the place of addresses
  return JSON.parse(text) as TemplateContent
}
