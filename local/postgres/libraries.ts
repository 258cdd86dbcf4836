import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

interface Link {
  source: string
  target: string
}

/** The package lists its libraries' version links in a file, since npm keeps no symlinks; its install script may have been skipped. */
export function hydrateLibraries(postgresBinary: string): void {
  const root = dirname(dirname(dirname(postgresBinary)))
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  // safe: the file ships with the pinned package
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(root, target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}
