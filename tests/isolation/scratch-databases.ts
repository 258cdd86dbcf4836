import pg from 'pg'
import { inject } from 'vitest'
import { migrateDatabase } from '#db/migrate.ts'

/** Copies of the product's schema, to be looked at and broken. */
export interface ScratchDatabases {
  /** Hands a fresh copy to `use`, which may do anything to it. */
  with<T>(use: (urls: { ownerUrl: string; appUrl: string }) => Promise<T>): Promise<T>
  drop(): Promise<void>
}

/** Migrates one database in the stack's own server, and copies it whenever one is asked for. */
export async function createScratchDatabases(): Promise<ScratchDatabases> {
  const { ownerUrl, variables } = inject('stack')
  const template = `scratch_${crypto.randomUUID().replaceAll('-', '')}`
  const server = new pg.Client(ownerUrl)
  await server.connect()
  await server.query(`create database ${template}`)
  const urlOf = (database: string, user?: string) => {
    const url = new URL(ownerUrl)
    url.pathname = `/${database}`
    if (user) {
      url.username = user
      url.password = new URL(variables.APP_DATABASE_URL ?? '').password
    }
    return url.href
  }
  await migrateDatabase(urlOf(template))
  let count = 0

  return {
    async with(use) {
      const copy = `${template}_${++count}`
      await server.query(`create database ${copy} template ${template}`)
      try {
        return await use({ ownerUrl: urlOf(copy), appUrl: urlOf(copy, 'app_user') })
      } finally {
        await server.query(`drop database ${copy} with (force)`)
      }
    },
    async drop() {
      await server.query(`drop database ${template} with (force)`)
      await server.end()
    },
  }
}
