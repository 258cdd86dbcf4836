import pg from 'pg'
import { checkBehaviour } from './behaviour.ts'
import { readRelations } from './catalogue.ts'
import { checkDefinerFunctions, checkIdentities, checkPrivilegedRoles } from './identities.ts'
import { identityTables } from './reviewed.ts'
import { checkCatalogue, type Must } from './static-rules.ts'

export interface Isolation {
  /** What is wrong, each naming its culprit. */
  findings: string[]
  tables: number
  /** Rules looked at and deeds tried. */
  checks: number
}

/**
 * Whether tenants, and clients within a tenant, are kept apart in a database. All it knows of tables it reads from the
 * catalogue, so a table is covered the day it appears.
 */
export async function checkIsolation(ownerUrl: string, appUrl: string): Promise<Isolation> {
  const [owner, app] = [new pg.Client(ownerUrl), new pg.Client(appUrl)]
  await Promise.all([owner.connect(), app.connect()])
  const findings: string[] = []
  let checks = 0
  const must: Must = (isRight, finding) => {
    checks += 1
    if (!isRight && !findings.includes(finding)) findings.push(finding)
  }
  try {
    const relations = await readRelations(owner)
    await checkCatalogue(owner, relations, must)
    const tables = relations.filter(({ kind, isPartition }) => kind === 'table' && !isPartition)
    for (const table of tables) {
      if (identityTables.has(table.name)) continue
      if (table.columns.some(({ name }) => name === 'tenant_id'))
        checks += await checkBehaviour(owner, app, table, must)
    }
    await checkIdentities(owner, app, relations, must)
    await checkDefinerFunctions(owner, app, relations, must)
    await checkPrivilegedRoles(appUrl, relations, must)
    return { findings, tables: tables.length, checks }
  } finally {
    await Promise.all([owner.end(), app.end()])
  }
}
