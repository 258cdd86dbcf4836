import { eq } from 'drizzle-orm'
import { collections, entries, forms, plugins, posts, submissions } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import { postPath, prefixOf } from '../sites/site-addresses.ts'
import type { Capability, PluginEvent } from './manifest.contract.ts'
import type { PluginProblem } from './plugin-drawer.ts'
import { noteProblems } from './plugin-problems.ts'
import { activePlugins, configOf, type Plugin, selectPluginState } from './plugin-states.ts'
import { runPlugin } from './run-plugin.ts'

/** What happened on a website, and what it takes to read about it. */
interface Happening {
  event: PluginEvent
  siteId: string
  /** Names what it happened to, for every plugin that is told. */
  about: Record<string, string>
  /** What that says, for those that may read it. */
  content: Record<string, unknown>
  takes: Capability
}

/** Tells the plugins of a website that a visitor sent a form. */
export async function tellOfSubmission(ctx: Context, submissionId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({
      siteId: submissions.siteId,
      form: forms.slug,
      values: submissions.values,
      path: submissions.path,
    })
    .from(submissions)
    .innerJoin(forms, eq(forms.id, submissions.formId))
    .where(eq(submissions.id, submissionId))
  if (!found) return []
  const { siteId, form, values, path } = found
  return tellPlugins(ctx, {
    ...{ event: 'form.submitted', siteId, about: { submissionId, form } },
    ...{ content: { values, path }, takes: 'submissions:read' },
  })
}

/** Tells the plugins of a website that an entry of a collection has changed. */
export async function tellOfEntry(ctx: Context, entryId: string): Promise<Statement[]> {
  const [found] = await ctx.db
    .select({ entry: entries, collection: collections.key })
    .from(entries)
    .innerJoin(collections, eq(collections.id, entries.collectionId))
    .where(eq(entries.id, entryId))
  if (!found) return []
  const { entry, collection } = found
  const { siteId, title, slug, status } = entry
  return tellPlugins(ctx, {
    ...{ event: 'entry.changed', siteId, about: { entryId, collection } },
    ...{ content: { title, slug, status }, takes: 'content:read' },
  })
}

/** Tells the plugins of a website that visitors can read a new post. */
export async function tellOfPost(ctx: Context, postId: string): Promise<Statement[]> {
  const [found] = await ctx.db.select().from(posts).where(eq(posts.id, postId))
  if (!found) return []
  const { siteId, title, slug, excerpt, language } = found
  return tellPlugins(ctx, {
    ...{ event: 'post.published', siteId, about: { postId, path: postPath(slug, prefixOf(language)) } },
    ...{ content: { title, excerpt }, takes: 'content:read' },
  })
}

/** What a plugin fails with is noted with the website and keeps nothing else from happening. */
async function tellPlugins(ctx: Context, happening: Happening): Promise<Statement[]> {
  const { event, siteId, about, content, takes } = happening
  const [[site], codes] = await ctx.db.batch([
    selectPluginState(ctx, siteId),
    ctx.db
      .select({ key: plugins.key, code: plugins.code })
      .from(plugins)
      .where(eq(plugins.status, 'approved')),
  ])
  if (!site) return []
  const listening = activePlugins(site.plugins).filter(
    ({ isShipped, manifest }) => !isShipped && manifest.events.includes(event),
  )
  const tell = async (plugin: Plugin): Promise<PluginProblem> => {
    const mayRead = plugin.manifest.capabilities.includes(takes)
    const outcome = await runPlugin(ctx, {
      ...{ plugin, siteId, hook: 'onEvent', code: codes.find(({ key }) => key === plugin.key)?.code ?? '' },
      input: { event, about, config: configOf(site.plugins, plugin), ...(mayRead ? { content } : {}) },
    })
    return { key: plugin.key, problem: 'problem' in outcome ? outcome.problem : null }
  }
  const problems = await Promise.all(listening.map(tell))
  return problems.length > 0 ? [noteProblems(ctx, siteId, problems)] : []
}
