import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Miniflare } from 'miniflare'
import pg from 'pg'
import { databaseRoles, migrateDatabase, setRolePasswords } from '#db/migrate.ts'
import { type Cloud, type CloudOptions, startCloud } from './cloud.ts'
import { startWorkerd, type WorkerdOptions } from './miniflare.ts'
import { forgetOwner, noteOwner } from './ownership.ts'
import { createPluginHost, type PluginHost } from './plugin-host.ts'
import { type Postgres, startPostgres } from './postgres/launcher.ts'
import { registerSchedules } from './schedules.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { localVariables } from './variables.ts'

const DATABASE = 'dde'

export interface Stack {
  /** Address of the product. */
  origin: string
  /** Address of the stand-ins. */
  cloudUrl: string
  /** Connects as the owner of the database, over plain Postgres. */
  ownerUrl: string
  variables: Record<string, string>
  secrets: Secrets
  postgres: Postgres
  cloud: Cloud
  workerd: Miniflare
  plugins: PluginHost
  stop(): Promise<void>
}

export interface StackOptions {
  /** Where everything is kept between starts. */
  dir: string
  port: number
  cloudPort: number
  dns?: CloudOptions['dns']
  outbound?: WorkerdOptions['outbound']
  onProgress?: (message: string) => void
  /** Hears of a part that has ended without having been asked to. */
  onDeath?: (part: string) => void
}

/** The whole product on embedded parts, from finished bundles: database, stand-ins, Workers. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dir, port, cloudPort, onProgress = () => undefined, onDeath = () => undefined } = options
  mkdirSync(dir, { recursive: true })
  noteOwner(dir, { launcher: process.pid })
  const secrets = readSecrets(dir)
  const stops: (() => Promise<void>)[] = []
  let isStopping = false
  const stop = async () => {
    isStopping = true
    for (const each of stops.splice(0).reverse()) await each()
    forgetOwner(dir)
  }
  const watch = (part: string, child: ChildProcess) =>
    child.once('exit', () => {
      if (!isStopping) onDeath(part)
    })
  try {
    onProgress('Starting PostgreSQL')
    const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: secrets.postgres })
    stops.push(() => postgres.stop())
    watch('PostgreSQL', postgres.process)
    onProgress('Bringing the database up to date')
    const ownerUrl = await prepareDatabase(postgres, secrets)

    onProgress('Starting stand-ins for the clouds')
    const cloud = await startCloud({
      ...{ dir, port: cloudPort, productPort: port, postgresPort: postgres.port, secrets },
      ...(options.dns ? { dns: options.dns } : {}),
    })
    stops.push(() => cloud.stop())

    onProgress('Starting the Workers')
    const variables = localVariables(secrets, { port, cloudPort, database: DATABASE })
    const plugins = createPluginHost(variables, options.outbound)
    stops.push(() => plugins.stop())
    const workerd = await startWorkerd({
      ...{ port, dir, variables, plugins: plugins.fetch },
      onSpawn: (child) => {
        noteOwner(dir, { launcher: process.pid, ...(child.pid === undefined ? {} : { workerd: child.pid }) })
        watch('The Workers', child)
      },
      ...(options.outbound ? { outbound: options.outbound } : {}),
    })
    stops.push(() => workerd.dispose())
    await registerSchedules(variables)
    const [origin, cloudUrl] = [`http://localhost:${port}`, `http://127.0.0.1:${cloudPort}`]
    return { origin, cloudUrl, ownerUrl, variables, secrets, postgres, cloud, workerd, plugins, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function prepareDatabase(postgres: Postgres, { postgres: password }: Secrets): Promise<string> {
  const base = `postgres://postgres:${password}@127.0.0.1:${postgres.port}`
  await createDatabase(`${base}/postgres`)
  const ownerUrl = `${base}/${DATABASE}`
  await migrateDatabase(ownerUrl)
  // safe: one entry for each role
  const passwords = Object.fromEntries(databaseRoles.map((role) => [role, password])) as Parameters<
    typeof setRolePasswords
  >[1]
  await setRolePasswords(ownerUrl, passwords)
  return ownerUrl
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
