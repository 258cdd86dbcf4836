import { createServer } from 'node:net'

/** Below the ports systems hand out by themselves: none of these is taken by a connection that happens to be made. */
const [LOWEST, HIGHEST] = [20_000, 32_000]
const ATTEMPTS = 100

/** The first of `count` ports in a row on which nobody listens at the moment. */
export async function freePort(count = 1): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    const row = Array.from({ length: count }, (_, at) => isFree(port + at))
    if ((await Promise.all(row)).every(Boolean)) return port
  }
  throw new Error(`Found no ${count} free ports in a row in ${ATTEMPTS} attempts.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}
