import { eq } from 'drizzle-orm'
import { sites } from '#db/schema/index.ts'
import type { SiteHost } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { DomainError, notFound } from '../core/errors.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import { targetOf } from '../sites/publications.ts'
import type { Manifest } from '../sites/snapshot.contract.ts'
import { selectWebsites } from '../sites/websites.ts'
import { closeArchive, keepState, openWriter } from './archive-run.ts'
import { fileName, pageFile, toStatic } from './static-links.ts'
import type { ZipWriter } from './zip-writer.ts'

const PAGES_PER_SLICE = 50

/** The site as visitors get it, as files for any host. Each slice draws some of its pages. */
export const staticExport: RunDefinition = {
  kind: 'site.static_export',
  steps: [
    { key: 'pages', label: 'Draw pages', run: drawPages },
    { key: 'around', label: 'Add sitemap and redirects', run: addAround },
    { key: 'end', label: 'Close the file', run: closeArchive },
  ],
}

interface Published {
  target: SiteHost
  manifest: Manifest
  /** Paths of what can be drawn. */
  paths: string[]
}

async function readPublished(ctx: Context, siteId: string): Promise<Published> {
  const [row] = await selectWebsites(ctx).where(eq(sites.id, siteId))
  if (!row) throw notFound('Website', siteId)
  if (!row.manifest)
    throw new DomainError('conflict', 'Publish the website first: what visitors see is what is packed.')
  const stored = await ctx.ports.snapshots.get(`sites/${siteId}/manifests/${row.manifest}.json`)
  if (!stored) throw new DomainError('conflict', 'The published version is gone. Publish the website again.')
  // safe: manifests are written by the publisher only
  const manifest = JSON.parse(await stored.text()) as Manifest
  const paths = Object.keys(manifest.routes).filter((path) => !('redirect' in (manifest.routes[path] ?? {})))
  return { target: { ...targetOf(ctx, row), status: 'live' }, manifest, paths }
}

async function drawPages(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  const { target, paths } = await readPublished(ctx, row.siteId)
  const pages = new Set(paths)
  const done = await doneSoFar(ctx, run, 'pages')
  const slice = paths.slice(done, done + PAGES_PER_SLICE)
  const texts: [string, string][] = []
  const files = new Set<string>()
  for (const path of slice) {
    const drawn = await ctx.ports.renderer.draw(target, encodeURI(path))
    if (drawn.status !== 200) throw new Error(`${path} was answered with ${drawn.status}.`)
    const page = toStatic(await drawn.text(), path, { pages, origin: target.origin ?? '' })
    texts.push([pageFile(path), page.html])
    for (const file of page.files) files.add(file)
  }
  if (texts.length > 0) await zip.addTexts(texts)
  await addFiles(ctx, target, zip, files)
  return {
    effects: [keepState(ctx, row.id, zip)],
    progress: { done: done + slice.length, total: paths.length },
    isUnfinished: done + slice.length < paths.length,
  }
}

/** Fonts, pictures and downloads, each once. One that is gone from the site is left out there, and here. */
async function addFiles(
  ctx: Context,
  target: SiteHost,
  zip: ZipWriter,
  files: Iterable<string>,
): Promise<void> {
  const packed = new Set(zip.state.entries.map(({ name }) => name))
  for (const path of files) {
    const name = decodeURI(fileName(path))
    if (packed.has(name)) continue
    const answer = await ctx.ports.renderer.draw(target, path)
    if (answer.status === 200) await zip.addBytes(name, new Uint8Array(await answer.arrayBuffer()))
    else await answer.body?.cancel()
  }
}

async function addAround(ctx: Context, run: RunState): Promise<StepResult> {
  const { row, zip } = await openWriter(ctx, run)
  const { target, manifest } = await readPublished(ctx, row.siteId)
  const texts: [string, string][] = []
  for (const path of ['/robots.txt', '/sitemap.xml']) {
    const answer = await ctx.ports.renderer.draw(target, path)
    if (answer.status === 200) texts.push([path.slice(1), await answer.text()])
  }
  const missing = await ctx.ports.renderer.draw(target, '/_dde/nothing-here')
  const pages = new Set(Object.keys(manifest.routes))
  const lost = toStatic(await missing.text(), '/', { pages, origin: target.origin ?? '' })
  texts.push(['404.html', lost.html], ['_redirects', redirectLines(manifest)])
  await zip.addTexts(texts)
  await addFiles(ctx, target, zip, lost.files)
  return { effects: [keepState(ctx, row.id, zip)] }
}

/** Redirects as several hosts of static files read them. */
const redirectLines = ({ routes }: Manifest): string =>
  Object.entries(routes)
    .flatMap(([from, route]) =>
      'redirect' in route && !from.includes('?')
        ? [`${encodeURI(from)} ${route.redirect} ${route.status}\n`]
        : [],
    )
    .join('')
