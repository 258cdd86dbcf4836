import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startStack } from '#local/stack.ts'
import { root } from '#local/worker-list.ts'
import { findBrowser } from './browser.ts'
import { freePort } from './free-port.ts'
import { answerAsTheWeb, resolveTheWeb } from './the-web.ts'

/** What tests need to know of the one stack they share. */
export interface StackFacts {
  origin: string
  port: number
  cloudUrl: string
  ownerUrl: string
  variables: Record<string, string>
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: StackFacts
  }
}

/** Starts the whole product once for all files: real PostgreSQL, workerd with the built Workers, and the stand-ins. */
export default async function setup(project: TestProject) {
  const dir = join(root, '.dde/test')
  rmSync(dir, { recursive: true, force: true })
  await findBrowser()
  const [port, cloudPort] = [await freePort(), await freePort()]
  const stack = await startStack({
    dir,
    port,
    cloudPort,
    dns: { resolve: resolveTheWeb },
    outbound: answerAsTheWeb,
  })
  const { origin, cloudUrl, ownerUrl, variables } = stack
  project.provide('stack', { origin, port, cloudUrl, ownerUrl, variables })
  return () => stack.stop()
}
