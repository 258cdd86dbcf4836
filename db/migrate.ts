import { resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** Brings a database up to date. Connects as its owner over plain Postgres; run it before Workers of a new version go live. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await migrate(drizzle(client), { migrationsFolder: resolve(import.meta.dirname, 'migrations') })
  } finally {
    await client.end()
  }
}

/** The roles the Workers connect as, and the password each is given where it is deployed. */
export const databaseRoles = ['app_user', 'auth_user', 'relay_user', 'platform_user'] as const
export type DatabaseRole = (typeof databaseRoles)[number]

export async function setRolePasswords(
  ownerUrl: string,
  passwords: Record<DatabaseRole, string>,
): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    for (const role of databaseRoles) {
      await client.query(
        `ALTER ROLE ${client.escapeIdentifier(role)} PASSWORD ${client.escapeLiteral(passwords[role])}`,
      )
    }
  } finally {
    await client.end()
  }
}
