import { env } from 'cloudflare:workers'
import type { APIRoute } from 'astro'
import { answerRequest } from '../requests/answer.ts'
import type { Deps } from '../requests/asked.ts'
import { Snapshots } from '../requests/snapshots.ts'
import { drawings } from '../styles/drawings.ts'
import { stylesheet } from '../styles/stylesheet.ts'

const deps: Deps = {
  snapshots: new Snapshots(env.SNAPSHOTS),
  files: env.FILES,
  resize: async (bytes, width, type) => {
    const picture = env.IMAGES.input(new Blob([bytes]).stream()).transform({ width, fit: 'scale-down' })
    // safe: the types copies are made as
    const made = await picture.output({ format: type as 'image/webp' })
    return made.response().arrayBuffer()
  },
  contextSecret: env.CONTEXT_SECRET,
  stylesheet: { ...stylesheet, drawings },
  build: import.meta.env.RENDERER_BUILD ?? 'dev',
}

export const ALL: APIRoute = ({ request }) => answerRequest(request, deps)
