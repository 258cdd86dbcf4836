import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

export interface WorkerSource {
  name: string
  /** Wrangler configuration, made by Astro for the two it builds. */
  config: string
  /** Where the finished bundle lies. */
  bundle: string
  /** Folder Astro builds first. */
  astro?: string
}

/** Runs other people's code, and has a workerd of its own here: one that hangs takes nothing else along. */
export const pluginHost: WorkerSource = {
  name: 'dde-plugins',
  config: 'plugin-host/wrangler.toml',
  bundle: 'dist/plugins',
}

/** The Workers of our own code; the first gets the traffic. */
export const workers: readonly WorkerSource[] = [
  { name: 'dde-edge', config: 'wrangler.toml', bundle: 'dist/edge' },
  { name: 'dde-api', config: 'workers/wrangler.toml', bundle: 'dist/api' },
  { name: 'dde-jobs', config: 'jobs/wrangler.toml', bundle: 'dist/jobs' },
  { name: 'dde-app', config: 'app/dist/server/wrangler.json', bundle: 'dist/app', astro: 'app' },
  {
    name: 'dde-sites',
    config: 'site-renderer/dist/server/wrangler.json',
    bundle: 'dist/sites',
    astro: 'site-renderer',
  },
]
