import { eq } from 'drizzle-orm'
import { assets, clients, forms, menus, pages, posts, sites } from '#db/schema/index.ts'
import { renamed } from '../archives/archive-source.ts'
import { announceStorage } from '../assets/stored-bytes.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { RunDefinition, RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import { goLive, takeSnapshot } from '../sites/publications.ts'
import type { Template } from '../sites/templates/template.contract.ts'
import { findAnyTemplate } from '../templates/read-template.ts'
import { assetsFor, copyBytes, newFileIds } from '../templates/template-files.ts'

/** From a name to a live site. Rows are unique by site and address, so a step that is done twice leaves one of each. */
export const clientOnboarding: RunDefinition = {
  kind: 'client.onboarding',
  steps: [
    { key: 'client', label: 'Create the client', run: greetClient },
    { key: 'site', label: 'Set up the website', run: setUpSite },
    { key: 'files', label: 'Bring the template’s files', run: bringFiles },
    { key: 'pages', label: 'Write pages and first posts', run: writePages },
    { key: 'form', label: 'Add the forms', run: addForms },
    {
      key: 'snapshot',
      label: 'Compile the site',
      run: (ctx, run) => takeSnapshot(ctx, run, 'First publication'),
    },
    { key: 'hosts', label: 'Put it live', run: goLive },
  ],
}

/** The site the run builds, and its template with the business's details filled in. */
async function readPlan(ctx: Context, run: RunState) {
  const siteId = run.subjectId ?? ''
  const [row] = await ctx.db
    .select({ site: sites, name: clients.name, business: clients.business })
    .from(sites)
    .innerJoin(clients, eq(clients.id, sites.clientId))
    .where(eq(sites.id, siteId))
  if (!row) throw notFound('Website', siteId)
  const { fillTemplate } = await import('../sites/templates/fill-template.ts')
  const versionId = run.input.templateVersionId
  const found = await findAnyTemplate(ctx, row.site.template, versionId ? String(versionId) : undefined)
  if (!found) throw notFound('Template', row.site.template)
  const { description, ...business } = row.business
  const fileIds = await newFileIds(run.id, found.files)
  // safe: ids take the place of ids
  const own = JSON.parse(renamed(JSON.stringify(found.template), fileIds)) as Template
  const template: Template = fillTemplate(own, { ...business, name: row.name })
  return {
    siteId,
    name: row.name,
    tagline: row.site.tagline || template.tagline,
    template,
    files: { found: found.files, ids: fileIds },
    owner: { clientId: run.clientId, siteId },
  }
}

async function greetClient(ctx: Context, run: RunState): Promise<StepResult> {
  const { name } = await readPlan(ctx, run)
  return { message: name }
}

async function setUpSite(ctx: Context, run: RunState): Promise<StepResult> {
  const { siteId, tagline, template, owner } = await readPlan(ctx, run)
  const { theme } = template
  const effects = [
    ctx.db
      .update(sites)
      .set({ tagline, theme: { ...theme } })
      .where(eq(sites.id, siteId)),
    ctx.db
      .insert(menus)
      .values([
        { id: newId(), ...owner, location: 'primary', name: 'Main menu', items: template.menus.primary },
        { id: newId(), ...owner, location: 'footer', name: 'Footer menu', items: template.menus.footer },
      ])
      .onConflictDoNothing(),
  ]
  return { effects, message: `Template ${template.name}` }
}

const FILES_PER_SLICE = 10

/** Pictures and downloads a template of the agency's own brings; what ships with the product shows what every site has. */
async function bringFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { files, owner } = await readPlan(ctx, run)
  const total = files.found.length
  if (total === 0) return { message: 'None needed' }
  const done = await doneSoFar(ctx, run, 'files')
  const slice = files.found.slice(done, done + FILES_PER_SLICE)
  await copyBytes(ctx, slice, owner.siteId)
  const rows = assetsFor(slice, owner, files.ids)
  return {
    effects: [ctx.db.insert(assets).values(rows).onConflictDoNothing(), announceStorage(ctx, owner.siteId)],
    progress: { done: done + slice.length, total },
    isUnfinished: done + slice.length < total,
  }
}

async function writePages(ctx: Context, run: RunState): Promise<StepResult> {
  const { template, owner } = await readPlan(ctx, run)
  const pageRows = template.pages.map(({ path, title, seo, document }, position) => ({
    ...{ id: newId(), ...owner, path, title, seo: { ...seo }, position },
    document: { ...document },
    status: 'published' as const,
  }))
  const parts = [
    { kind: 'header' as const, title: 'Header', document: { ...template.header } },
    { kind: 'footer' as const, title: 'Footer', document: { ...template.footer } },
  ].map((part) => ({ id: newId(), ...owner, ...part, status: 'published' as const }))
  const postRows = template.posts.map(({ slug, title, excerpt, html, cover }, index) => ({
    ...{
      id: newId(),
      ...owner,
      slug,
      title,
      excerpt,
      contentHtml: sanitiseHtml(html),
      searchText: title.toLowerCase(),
    },
    ...(cover ? { cover: { ...cover } } : {}),
    status: 'published' as const,
    // One day apart, so that their order on the blog is the template's.
    publishedAt: new Date(ctx.now.getTime() - index * 24 * 60 * 60 * 1000),
    announcedAt: ctx.now,
  }))
  const effects = [
    ctx.db
      .insert(pages)
      .values([...pageRows, ...parts])
      .onConflictDoNothing(),
    ...(postRows.length > 0 ? [ctx.db.insert(posts).values(postRows).onConflictDoNothing()] : []),
  ]
  return { effects, message: `${pageRows.length} pages, ${postRows.length} posts` }
}

async function addForms(ctx: Context, run: RunState): Promise<StepResult> {
  const { template, owner } = await readPlan(ctx, run)
  const rows = template.forms.map(({ slug, name, fields, submitLabel }) => ({
    ...{ id: newId(), ...owner, slug, name, fields, submitLabel },
  }))
  const effects = [ctx.db.insert(forms).values(rows).onConflictDoNothing()]
  return { effects, message: rows.map(({ name }) => name).join(', ') }
}
