import { createHostDirectory } from './adapters/host-directory.ts'
import { createMailSender } from './adapters/mail.ts'
import { createObjectStore } from './adapters/object-store.ts'
import { createPartAddresses } from './adapters/part-addresses.ts'
import { createPictureSizer } from './adapters/picture-sizer.ts'
import { createPluginRunner } from './adapters/plugin-runner.ts'
import { createPresenceBoard } from './adapters/presence.ts'
import { createEventQueue } from './adapters/queue.ts'
import { createRateLimiter } from './adapters/rate-limiter.ts'
import { createSiteRenderer } from './adapters/site-renderer.ts'
import type { Ports } from './core/ports.ts'
import { createDohResolver, createSafeFetch } from './core/safe-fetch.ts'
import type { Env } from './env.ts'

/** What a Worker can take into memory and still unpack. */
const archiveLimits = { maxBytes: 24 * 1024 * 1024, types: new Set(['application/gzip']) }

/** The outside world of the cloud, behind the product's ports. */
export function createPorts(env: Env): Ports {
  const resolve = createDohResolver({ baseUrl: env.DNS_URL, fetch })
  return {
    snapshots: createObjectStore(env.SNAPSHOTS),
    files: createObjectStore(env.FILES),
    partAddresses: createPartAddresses({
      url: env.FILES_S3_URL,
      accessKeyId: env.FILES_S3_KEY_ID,
      secretAccessKey: env.FILES_S3_SECRET,
    }),
    pictures: createPictureSizer(env.IMAGES),
    hosts: createHostDirectory(env.HOSTS),
    queue: createEventQueue({ url: env.QSTASH_URL, token: env.QSTASH_TOKEN, destination: env.JOBS_URL }),
    mail: createMailSender({ url: env.SENDGRID_URL, apiKey: env.SENDGRID_API_KEY, from: env.MAIL_FROM }),
    renderer: createSiteRenderer(env.SITES, { secret: env.CONTEXT_SECRET, origin: env.PLATFORM_ORIGIN }),
    plugins: createPluginRunner(env.PLUGINS),
    limiter: createRateLimiter({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN }),
    presence: createPresenceBoard({ url: env.UPSTASH_REDIS_REST_URL, token: env.UPSTASH_REDIS_REST_TOKEN }),
    download: createSafeFetch({ resolve, fetch }),
    downloadArchive: createSafeFetch({ resolve, fetch, limits: archiveLimits }),
  }
}
