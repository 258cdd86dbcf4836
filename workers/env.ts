import * as z from 'zod'

const Secret = z.string().min(16)
const BaseUrl = z.url().transform((url) => url.replace(/\/+$/, ''))

/** Every variable of the API and jobs Workers; `.env.example` says what each is for. */
const Variables = z.object({
  PLATFORM_ORIGIN: BaseUrl,
  SITE_DOMAIN: z.string().min(1),
  APP_DATABASE_URL: z.string().startsWith('postgres'),
  AUTH_DATABASE_URL: z.string().startsWith('postgres'),
  RELAY_DATABASE_URL: z.string().startsWith('postgres'),
  PLATFORM_DATABASE_URL: z.string().startsWith('postgres'),
  NEON_URL: BaseUrl.optional(),
  CONTEXT_SECRET: Secret,
  AUTH_SECRET: Secret,
  AUTH_SIGNING_KEY: Secret,
  QSTASH_URL: BaseUrl,
  QSTASH_TOKEN: Secret,
  QSTASH_CURRENT_SIGNING_KEY: Secret,
  QSTASH_NEXT_SIGNING_KEY: Secret,
  JOBS_URL: BaseUrl,
  UPSTASH_REDIS_REST_URL: BaseUrl,
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  SENDGRID_URL: BaseUrl,
  SENDGRID_API_KEY: Secret,
  MAIL_FROM: z.email(),
  DNS_URL: BaseUrl,
  FILES_S3_URL: BaseUrl,
  FILES_S3_KEY_ID: z.string().min(1),
  FILES_S3_SECRET: z.string().min(1),
})
export type Variables = z.infer<typeof Variables>

/** What Cloudflare binds to the Workers. */
export interface Bindings {
  HOSTS: KVNamespace
  SNAPSHOTS: R2Bucket
  FILES: R2Bucket
  /** Makes pictures smaller. */
  IMAGES: ImagesBinding
  /** The renderer, which draws a visitor's form again with what is wrong with it. */
  SITES: Fetcher
  /** Runs plugins that other people wrote. */
  PLUGINS: Fetcher
}
export interface Env extends Variables, Bindings {}

let parsed: Env | undefined

/** The bindings, checked once per isolate. Throws naming the variables that are missing or wrong. */
export function readEnv(bindings: unknown): Env {
  if (parsed) return parsed
  const result = Variables.safeParse(bindings)
  if (!result.success) throw new Error(`Configuration: ${z.prettifyError(result.error)}`)
  // safe: bindings are declared in wrangler.toml beside the variables just checked
  const { HOSTS, SNAPSHOTS, FILES, IMAGES, SITES, PLUGINS } = bindings as Bindings
  parsed = { ...result.data, HOSTS, SNAPSHOTS, FILES, IMAGES, SITES, PLUGINS }
  return parsed
}
