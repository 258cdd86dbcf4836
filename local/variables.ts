import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { DatabaseRole } from '#db/migrate.ts'
import type { Secrets } from './secrets.ts'
import { root } from './worker-list.ts'

export interface LocalAddresses {
  /** Port of the product. */
  port: number
  /** Port of the stand-ins. */
  cloudPort: number
  database: string
}

/** Every variable the Workers read, with its value on the laptop. Those set in `.env` win: so real services take over one by one. */
export function localVariables(
  secrets: Secrets,
  { port, cloudPort, database }: LocalAddresses,
): Record<string, string> {
  const cloud = `http://127.0.0.1:${cloudPort}`
  const url = (role: DatabaseRole) => `postgres://${role}:${secrets.postgres}@localhost/${database}`
  const defaults = {
    PLATFORM_ORIGIN: `http://localhost:${port}`,
    SITE_DOMAIN: 'localhost',
    APP_DATABASE_URL: url('app_user'),
    AUTH_DATABASE_URL: url('auth_user'),
    RELAY_DATABASE_URL: url('relay_user'),
    PLATFORM_DATABASE_URL: url('platform_user'),
    NEON_URL: `${cloud}/neon`,
    CONTEXT_SECRET: secrets.context,
    AUTH_SECRET: secrets.auth,
    AUTH_SIGNING_KEY: secrets.signingKey,
    AUTH_PUBLIC_KEYS: secrets.publicKeys,
    QSTASH_URL: `${cloud}/qstash`,
    QSTASH_TOKEN: secrets.qstashToken,
    QSTASH_CURRENT_SIGNING_KEY: secrets.qstashCurrent,
    QSTASH_NEXT_SIGNING_KEY: secrets.qstashNext,
    JOBS_URL: `http://localhost:${port}/api/v1/jobs`,
    UPSTASH_REDIS_REST_URL: `${cloud}/upstash`,
    UPSTASH_REDIS_REST_TOKEN: secrets.upstash,
    SENDGRID_URL: `${cloud}/mail`,
    SENDGRID_API_KEY: secrets.sendgrid,
    MAIL_FROM: 'hello@dde.test',
    DNS_URL: `${cloud}/dns/dns-query`,
    FILES_S3_URL: `http://localhost:${port}/cdn-cgi/local/r2/s3/dde-files`,
    FILES_S3_KEY_ID: 'laptop',
    FILES_S3_SECRET: 'laptop-secret',
  }
  return { ...defaults, ...readDotEnv() }
}

function readDotEnv(): Record<string, string> {
  const file = join(root, '.env')
  if (!existsSync(file)) return {}
  const given = Object.entries(parseEnv(readFileSync(file, 'utf8')))
  return Object.fromEntries(given.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
