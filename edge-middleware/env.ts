/** What Cloudflare binds to the front door. */
export interface EdgeEnv {
  HOSTS: KVNamespace
  API: Fetcher
  APP: Fetcher
  JOBS: Fetcher
  SITES: Fetcher
  /** The platform's own origin, such as `http://localhost:8787`. */
  PLATFORM_ORIGIN: string
  CONTEXT_SECRET: string
  /** JWK set whose private halves sign access tokens. */
  AUTH_PUBLIC_KEYS: string
  /** The files bucket in R2's S3 API: browsers of the dashboard put uploads there. */
  FILES_S3_URL: string
  /** Changes with every deploy of the renderer, so that pages drawn by an older one are not served. */
  RENDERER_BUILD: string
}
