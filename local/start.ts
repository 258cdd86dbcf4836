import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildWorkers } from './build.ts'
import { plantDemo } from './demo/demo.ts'
import { doorLines } from './doors.ts'
import { takeOver } from './ownership.ts'
import { type Stack, startStack } from './stack.ts'
import { root } from './worker-list.ts'

const port = readPort()
const cloudPort = port + 1

let stack: Stack | undefined
try {
  await takeOver(dataFolder())
  await expectFree(port, 'the product')
  await expectFree(cloudPort, 'the stand-ins for the clouds')
  tell('Building what has changed (the first time takes a moment)')
  await buildWorkers()
  stack = await startStack({ dir: dataFolder(), port, cloudPort, onProgress: tell, onDeath: giveUp })
  stopOnSignal(stack)
  await plantDemo(stack, tell)
  console.log(['', ...doorLines(port, cloudPort), '', `DDE ready on http://localhost:${port}`].join('\n'))
} catch (error) {
  await stack?.stop()
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

function readPort(): number {
  const given = process.env.PORT ?? '8787'
  const number = Number(given)
  if (Number.isInteger(number) && number > 0 && number < 65_535) return number
  console.error(`PORT is “${given}”. Give a number between 1 and 65534.`)
  process.exit(1)
}

function dataFolder(): string {
  return process.env.DDE_DATA ?? join(root, '.dde')
}

function tell(message: string): void {
  console.log(`· ${message}`)
}

/** Without one of its parts the product answers nothing; all that was acknowledged is there at the next start. */
async function giveUp(part: string): Promise<void> {
  console.error(`\n${part} has ended unexpectedly. Start again with npm start.`)
  await stack?.stop()
  process.exit(1)
}

/** What has just been ended takes a moment to let go of its port. */
async function expectFree(wanted: number, what: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(wanted)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(
    `Port ${wanted} is taken, and ${what} needs it. Stop what uses it, or choose another: PORT=9000 npm start`,
  )
}

function isFree(wanted: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(wanted, '127.0.0.1', () => server.close(() => done(true)))
  })
}

/** Miniflare would end the process at once, before the parts have stopped in order: its own listeners make way for ours. */
function stopOnSignal(stack: Stack): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, async () => {
      if (isStopping) return
      isStopping = true
      console.log('\n· Stopping')
      await stack.stop()
      process.exit(0)
    })
  }
}
