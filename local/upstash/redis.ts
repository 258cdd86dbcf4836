import type { Command, Commands } from './command.ts'
import { counterCommands } from './commands/counters.ts'
import { hashCommands } from './commands/hashes.ts'
import { keyCommands } from './commands/keys.ts'
import { listCommands } from './commands/lists.ts'
import { serverCommands } from './commands/server.ts'
import { setCommands } from './commands/sets.ts'
import { sortedSetCommands } from './commands/sorted-sets.ts'
import { stringCommands } from './commands/strings.ts'
import { createKeyspace } from './keyspace.ts'
import { RedisError, type Reply } from './replies.ts'
import { createScripts } from './scripts.ts'

const COMMANDS: Commands = {
  ...stringCommands,
  ...counterCommands,
  ...hashCommands,
  ...setCommands,
  ...sortedSetCommands,
  ...listCommands,
  ...keyCommands,
  ...serverCommands,
}

const SCRIPT_COMMANDS = ['eval', 'eval_ro', 'evalsha', 'evalsha_ro', 'script']

export type Redis = {
  /** Runs one command; throws a RedisError when Redis would refuse it. */
  execute: (command: string[]) => Reply
  /** Refuses a command nobody knows or with too few or too many arguments, without running it. */
  check: (command: string[]) => void
}

/** A small Redis in memory; everything happens at once, so every command and script is atomic. */
export function createRedis(now: () => number): Redis {
  const db = createKeyspace(now)
  const execute = ([name = '', ...args]: string[]): Reply => {
    const reply = scripts.run(name.toLowerCase(), args)
    return reply === undefined ? findCommand(name, args).run(db, ...args) : reply
  }
  const scripts = createScripts(execute)

  return {
    execute,
    check: ([name = '', ...args]) => {
      if (!SCRIPT_COMMANDS.includes(name.toLowerCase())) findCommand(name, args)
    },
  }
}

function findCommand(name: string, args: string[]): Command {
  const known = name.toLowerCase()
  const command = Object.hasOwn(COMMANDS, known) ? COMMANDS[known] : undefined
  if (!command) throw new RedisError(`ERR Command is not available: '${name}'`)
  if (args.length < command.min || args.length > command.max) {
    throw new RedisError(`ERR wrong number of arguments for '${known}' command`)
  }
  return command
}
