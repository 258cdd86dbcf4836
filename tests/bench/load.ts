import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Slice, SliceReport } from './loader.ts'

export type Load = Pick<Slice, 'port' | 'hosts' | 'paths' | 'count'> & Partial<Slice>

/** Sends slices of load from another process. */
export interface Loader {
  drive(load: Load): Promise<SliceReport>
  stop(): void
}

/** As many visitors at once as keep a Worker busy without queueing for long. */
export const CONNECTIONS = 16

export function startLoader(): Loader {
  const child = fork(join(import.meta.dirname, 'loader.ts'))
  return {
    drive: (load) => ask(child, { connections: CONNECTIONS, ...load }),
    stop: () => child.kill(),
  }
}

function ask(child: ChildProcess, slice: Slice): Promise<SliceReport> {
  return new Promise((done, fail) => {
    const gone = () => fail(new Error('The loader ended.'))
    child.once('exit', gone)
    child.once('message', (message: { report?: SliceReport; error?: string }) => {
      child.off('exit', gone)
      if (message.report) done(message.report)
      else fail(new Error(message.error))
    })
    child.send(slice)
  })
}
