import { createHash } from 'node:crypto'
import { integer } from './command.ts'
import { createLua } from './lua.ts'
import { OK, RedisError, type Reply } from './replies.ts'

export type Scripts = {
  /** The reply of an EVAL, EVALSHA or SCRIPT command, undefined when it is none of them. */
  run: (name: string, args: string[]) => Reply | undefined
}

/** The script cache, which answers to the SHA-1 of a script as it was sent. */
export function createScripts(call: (command: string[]) => Reply): Scripts {
  const engine = createLua(call)
  const sources = new Map<string, string>()

  const load = (source: string) => {
    const sha = createHash('sha1').update(source).digest('hex')
    sources.set(sha, withoutFlags(source))
    return sha
  }
  const evaluate = (sha: string, [count = '', ...rest]: string[]) => {
    const source = sources.get(sha.toLowerCase())
    if (source === undefined) throw new RedisError('NOSCRIPT No matching script. Please use EVAL.')
    const keys = integer(count)
    if (keys < 0 || keys > rest.length) {
      throw new RedisError("ERR Number of keys can't be greater than number of args")
    }
    return engine.run(source, rest.slice(0, keys), rest.slice(keys))
  }
  const manage = ([word = '', ...args]: string[]): Reply => {
    const action = word.toLowerCase()
    if (action === 'load') return load(args[0] ?? '')
    if (action === 'exists') return args.map((sha) => Number(sources.has(sha.toLowerCase())))
    if (action !== 'flush') throw new RedisError(`ERR Unknown SCRIPT subcommand '${word}'`)
    sources.clear()
    return OK
  }

  return {
    run: (name, [first = '', ...rest]) => {
      if (name === 'eval' || name === 'eval_ro') return evaluate(load(first), rest)
      if (name === 'evalsha' || name === 'evalsha_ro') return evaluate(first, rest)
      return name === 'script' ? manage([first, ...rest]) : undefined
    },
  }
}

/** Upstash takes a first line such as '#!lua flags=allow-key-locking', which is no Lua. */
function withoutFlags(source: string): string {
  return source.replace(/^#!lua[^\n]*/, '')
}
