import { env } from 'cloudflare:workers'
import type { APIRoute } from 'astro'
import { answerRequest } from '../requests/answer.ts'
import type { Deps } from '../requests/asked.ts'
import { Snapshots } from '../requests/snapshots.ts'
import { stylesheet } from '../styles/stylesheet.ts'

const deps: Deps = {
  snapshots: new Snapshots(env.SNAPSHOTS),
  files: env.FILES,
  contextSecret: env.CONTEXT_SECRET,
  stylesheet,
  build: import.meta.env.RENDERER_BUILD ?? 'dev',
}

export const ALL: APIRoute = ({ request }) => answerRequest(request, deps)
