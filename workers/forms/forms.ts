import { and, asc, desc, eq, ilike, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { forms, memberships, roles, sites, users } from '#db/schema/index.ts'
import { likePattern, requireSite } from '../cms/named-rows.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { notFound } from '../core/errors.ts'
import { expect, expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import type { Statement } from '../core/statements.ts'
import { clientOfSite } from '../sites/websites.ts'
import {
  clientOfForm,
  formDigest,
  oneForm,
  presentSummary,
  selectForms,
  selectSummaries,
} from './form-rows.ts'
import type { Form, FormChange, FormPerson, formsApi, NewForm } from './forms.contract.ts'
import { beginRetention } from './retention.ts'

export async function listForms(
  ctx: Context,
  siteId: string,
  { cursor, limit, archived, search }: QueryOf<typeof formsApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectSummaries(ctx)
      .where(
        and(
          eq(forms.siteId, siteId),
          before(forms.id, cursor),
          archived ? isNotNull(forms.archivedAt) : isNull(forms.archivedAt),
          search ? ilike(forms.name, likePattern(search)) : undefined,
        ),
      )
      .orderBy(desc(forms.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, presentSummary)
}

export async function getForm(ctx: Context, id: string): Promise<Form> {
  return oneForm(await selectForms(ctx).where(eq(forms.id, id)), id)
}

/** Staff of the agency and people of the website's client. */
export async function listFormPeople(ctx: Context, siteId: string): Promise<{ items: FormPerson[] }> {
  const [[site], items] = await ctx.db.batch([
    ctx.db
      .select({ id: sites.id })
      .from(sites)
      .where(and(eq(sites.id, siteId), isNull(sites.deletedAt))),
    selectPeople(ctx, clientOfSite(siteId)).orderBy(asc(users.name), asc(users.id)).limit(500),
  ])
  if (!site) throw notFound('Website', siteId)
  return { items }
}

export const selectPeople = (ctx: Context, clientId: SQL<string>) =>
  ctx.db
    .selectDistinct({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(roles, and(eq(roles.name, memberships.role), sql`'contacts:read' = any(${roles.permissions})`))
    .where(sql`${memberships.clientId} in (${memberships.tenantId}, ${clientId})`)
    .$dynamic()

export async function createForm(ctx: Context, siteId: string, input: NewForm): Promise<Form> {
  const id = newId()
  const clientId = clientOfSite(siteId)
  const { settings, ...form } = input
  return writeForm(ctx, id, [
    requireSite(ctx, siteId),
    ctx.db.insert(forms).values({
      ...{ id, clientId, siteId, slug: freeSlug(siteId, input.name, id) },
      ...{ ...form, settings: { ...settings } },
    }),
    touchSite(ctx, id),
    audit(ctx, 'form.created', id, { name: input.name }, { clientId }),
    ...(settings.keepDays === null ? [] : beginRetention(ctx, id)),
  ])
}

/** What pages and addresses name it by, which stays when its name changes. */
function freeSlug(siteId: string, name: string, id: string): SQL<string> {
  const wanted = slugOf(name).slice(0, 60) || 'form'
  return sql`(select case when exists (select from forms where site_id = ${siteId} and slug = ${wanted})
    then ${`${wanted}-${id.slice(-6)}`} else ${wanted} end)`
}

export function updateForm(ctx: Context, id: string, change: FormChange): Promise<Form> {
  const { version, settings, ...rest } = change
  const isSeen = rest.fields !== undefined || rest.submitLabel !== undefined || settings !== undefined
  return writeForm(ctx, id, [
    expectVersion(ctx, forms, id, version),
    ...(rest.fields ? [expectOwn(ctx, id), keepRevision(ctx, id)] : []),
    ctx.db
      .update(forms)
      .set({
        ...rest,
        ...(settings && { settings: { ...settings } }),
        ...(isSeen && { changedAt: ctx.now }),
      })
      .where(eq(forms.id, id)),
    ...(isSeen ? [touchSite(ctx, id)] : []),
    audit(ctx, 'form.changed', id, { fields: Object.keys(change) }, { clientId: clientOfForm(id) }),
    ...(settings && settings.keepDays !== null ? beginRetention(ctx, id) : []),
  ])
}

/** What a collection asks is said there. */
const expectOwn = (ctx: Context, id: string) =>
  expect(
    ctx,
    sql`not exists (select from collections where form_id = ${id})`,
    '409',
    'This form belongs to a collection. Change what it asks in the settings of the collection.',
  )

/** Pages published earlier go on being answered by what they ask. */
const keepRevision = (ctx: Context, id: string): Statement =>
  ctx.db.execute(sql`
    insert into form_revisions (id, client_id, form_id, digest, fields)
    select ${newId()}, client_id, id, ${formDigest}, fields from forms where id = ${id}
    on conflict (tenant_id, client_id, form_id, digest) do nothing`)

export function duplicateForm(ctx: Context, id: string): Promise<Form> {
  const copyId = newId()
  return writeForm(ctx, copyId, [
    expectVersion(ctx, forms, id, undefined),
    ctx.db.execute(sql`
      insert into forms (id, client_id, site_id, slug, name, fields, submit_label, settings)
      select ${copyId}, client_id, site_id, left(slug, 80) || ${`-${copyId.slice(-6)}`}, left(name, 190) || ' (copy)',
        fields, submit_label, settings from forms where id = ${id}`),
    audit(ctx, 'form.duplicated', copyId, { from: id }, { clientId: clientOfForm(id) }),
    // Ends by itself where the form keeps everything.
    ...beginRetention(ctx, copyId),
  ])
}

export function archiveForm(ctx: Context, id: string, isArchived: boolean): Promise<Form> {
  return writeForm(ctx, id, [
    expectVersion(ctx, forms, id, undefined),
    expectOwn(ctx, id),
    ctx.db
      .update(forms)
      .set({ archivedAt: isArchived ? ctx.now : null, changedAt: ctx.now })
      .where(eq(forms.id, id)),
    touchSite(ctx, id),
    audit(ctx, isArchived ? 'form.archived' : 'form.restored', id, {}, { clientId: clientOfForm(id) }),
  ])
}

const touchSite = (ctx: Context, id: string) =>
  ctx.db
    .update(sites)
    .set({ contentChangedAt: ctx.now })
    .where(eq(sites.id, sql`(select site_id from forms where id = ${id})`))

/** One round trip: the change, and the form as it then is. */
async function writeForm(ctx: Context, id: string, statements: Statement[]): Promise<Form> {
  const [first, ...rest] = statements
  if (!first) return getForm(ctx, id)
  const results = await ctx.db.batch([first, ...rest, selectForms(ctx).where(eq(forms.id, id))])
  // safe: the last statement of the batch is the select above
  return oneForm(results.at(-1) as Parameters<typeof oneForm>[0], id)
}
