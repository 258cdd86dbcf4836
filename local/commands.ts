import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './worker-list.ts'

/** Tools that phone home wait seconds for networks that do not answer. */
export const quietEnvironment = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG: 'error',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  ASTRO_TELEMETRY_DISABLED: '1',
}

/** Runs one of the project's own tools; throws with all it printed when it fails. */
export function runTool(tool: string, args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(join(root, 'node_modules/.bin', tool), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietEnvironment },
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', fail)
    child.on('exit', (code) => {
      if (code === 0) done(output)
      else fail(new Error(`${tool} ${args.join(' ')} failed:\n${output}`))
    })
  })
}
