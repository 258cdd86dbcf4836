import { sql } from 'drizzle-orm'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import type { Statement } from '../core/statements.ts'
import { planLimits } from '../tenancy/plan-limits.ts'

const GIGABYTE = 1024 ** 3

/** What an agency's files take up has changed by more than was noted. */
export const storageChanged = defineEvent<{ becauseOf: string }>('assets.storage_changed')

export const announceStorage = (ctx: Context, becauseOf: string) => emit(ctx, storageChanged, { becauseOf })

/** Reserves room. The row is locked, so two at once cannot both have the rest of what `expectRoom` then lets pass. */
export const reserveBytes = (ctx: Context, bytes: number): Statement =>
  ctx.db.execute(sql`update tenants set stored_bytes = stored_bytes + ${bytes}::bigint`)

/** Fails the whole batch where the plan holds less than is there by then. */
export const expectRoom = (ctx: Context): Statement =>
  expect(
    ctx,
    sql`(select stored_bytes from tenants) <= ${planLimits.storedBytes}::bigint`,
    '402',
    `Your plan holds ${planLimits.storedBytes / GIGABYTE} GB of files, and this one does not fit any more. Delete files you no longer need, or upgrade.`,
  )

/**
 * Counts anew what there is, as a job: people of a client see too little to do so. A file counts with each of its versions, and
 * an upload from when it begins.
 */
export const countStorage = (ctx: Context): Statement =>
  ctx.db.execute(sql`
    update tenants set stored_bytes =
      (select coalesce(sum(coalesce((facts ->> 'sizeBytes')::bigint, size_bytes)), 0) from uploads where status <> 'refused')
      + (select coalesce(sum(size_bytes), 0) from assets a where not exists (select from uploads u where u.asset_id = a.id and u.status = 'ready'))`)
