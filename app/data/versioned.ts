import { useState } from 'preact/hooks'
import { Problem } from '../problem.ts'

export interface Versioned<Row> {
  /** What someone else has saved meanwhile. */
  theirs: Row | undefined
  /** Writes with the version last read; answers undefined when someone else was faster, whose row is then `theirs`. */
  save: <T>(write: (version: number) => Promise<T>) => Promise<T | undefined>
  settle: () => void
}

/** Saving over a row that others edit too: nothing is overwritten unseen, and nothing typed is lost. */
export function useVersioned<Row extends { version: number }>(
  row: Row,
  readAgain: () => Promise<Row>,
): Versioned<Row> {
  const [version, setVersion] = useState(row.version)
  const [theirs, setTheirs] = useState<Row | undefined>()

  const save = async <T>(write: (version: number) => Promise<T>) => {
    try {
      return await write(version)
    } catch (thrown) {
      if (Problem.of(thrown).code !== 'conflict') throw thrown
      const newest = await readAgain()
      // The version is still ours, so it is something else that stands in the way.
      if (newest.version === version) throw thrown
      setVersion(newest.version)
      setTheirs(newest)
      return undefined
    }
  }
  return { theirs, save, settle: () => setTheirs(undefined) }
}
