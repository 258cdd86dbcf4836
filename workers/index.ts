import type { Hono } from 'hono'
import { renewActor } from './auth/me.ts'
import { createDeps } from './deps.ts'
import { readEnv } from './env.ts'
import { createPorts } from './ports.ts'
import { rawRoutes } from './raw-routes.ts'
import { allRoutes } from './routes.ts'
import { createServer } from './server.ts'

let server: Hono | undefined

function serverFor(bindings: unknown): Hono {
  if (!server) {
    const env = readEnv(bindings)
    const deps = createDeps(env, createPorts(env))
    server = createServer(deps, { routes: allRoutes(deps), rawRoutes: rawRoutes(deps), renewActor })
  }
  return server
}

/** The API Worker. */
export default {
  fetch: (request, bindings, ctx) => serverFor(bindings).fetch(request, {}, ctx),
} satisfies ExportedHandler
