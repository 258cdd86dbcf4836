import { createHash } from 'node:crypto'
import { type Fengari, fengari, type LuaState } from './lua-library.ts'
import { pushField, pushReply, readArgument, readReply, readText } from './lua-values.ts'
import { OK, RedisError, type Reply } from './replies.ts'

const { lauxlib, lua, lualib, to_luastring }: Fengari = fengari

/** Makes Lua 5.3 the Lua 5.1 Redis scripts are written for: doubles only, old names, no globals, no files. */
const PRELUDE = `
  unpack, loadstring, math.pow = table.unpack, load, function(x, y) return x ^ y end
  table.getn = function(list) return #list end
  local parse = tonumber
  function tonumber(value, base)
    local number = base and parse(value, base) or not base and parse(value)
    return number and number + 0.0
  end
  dofile, loadfile, collectgarbage, print, KEYS, ARGV = nil, nil, nil, nil, {}, {}
  setmetatable(_G, {
    __index = function(_, name)
      error("Script attempted to access nonexistent global variable '" .. tostring(name) .. "'", 2)
    end,
    __newindex = function(_, name)
      error("Script attempted to create global variable '" .. tostring(name) .. "'", 2)
    end,
  })
`

const LONGEST_RUN_MS = 5_000
const STEPS_BETWEEN_LOOKS = 100_000

export type Lua = { run: (source: string, keys: string[], args: string[]) => Reply }

/** One Lua for all scripts of a database; each script is compiled once. */
export function createLua(call: (command: string[]) => Reply): Lua {
  const L = lauxlib.luaL_newstate()
  for (const [name, open] of [
    ['_G', lualib.luaopen_base],
    ['table', lualib.luaopen_table],
    ['string', lualib.luaopen_string],
    ['math', lualib.luaopen_math],
  ] as const) {
    lauxlib.luaL_requiref(L, to_luastring(name), open, true)
  }
  setRedisLibrary(L, call)
  lauxlib.luaL_dostring(L, to_luastring(PRELUDE))
  lua.lua_settop(L, 0)

  const compiled = new Map<string, number>()
  return {
    run: (source, keys, args) => {
      const reference = compiled.get(source) ?? compile(L, source)
      compiled.set(source, reference)
      return execute(L, reference, keys, args)
    },
  }
}

function compile(L: LuaState, source: string): number {
  const code = to_luastring(source)
  if (lauxlib.luaL_loadbuffer(L, code, code.length, to_luastring('@user_script')) !== lua.LUA_OK) {
    throw new RedisError(`ERR Error compiling script (new function): ${takeError(L)}`)
  }
  return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX)
}

function execute(L: LuaState, reference: number, keys: string[], args: string[]): Reply {
  for (const [name, values] of [
    ['KEYS', keys],
    ['ARGV', args],
  ] as const) {
    pushReply(L, values)
    lua.lua_setglobal(L, to_luastring(name))
  }
  limitRun(L)
  lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, reference)
  if (lua.lua_pcall(L, 0, 1, 0) !== lua.LUA_OK) throw new RedisError(takeError(L))

  try {
    return readReply(L, -1)
  } finally {
    lua.lua_settop(L, 0)
  }
}

/** A script that never ends would hold up everybody: it is broken off. */
function limitRun(L: LuaState): void {
  const deadline = Date.now() + LONGEST_RUN_MS
  const look = () => (Date.now() > deadline ? raise(L, 'ERR script ran for too long') : 0)
  lua.lua_sethook(L, look, lua.LUA_MASKCOUNT, STEPS_BETWEEN_LOOKS)
}

function takeError(L: LuaState): string {
  const isTable = lua.lua_type(L, -1) === lua.LUA_TTABLE
  const message = isTable ? readText(L, -1, 'err') : readText(L, -1)
  lua.lua_settop(L, 0)
  return /^[A-Z]+ /.test(message) ? message : `ERR ${message}`
}

function setRedisLibrary(L: LuaState, call: (command: string[]) => Reply): void {
  const functions: Record<string, (L: LuaState) => number> = {
    call: (L) => answer(L, () => pushReply(L, call(readArguments(L)))),
    pcall: (L) => answerSoftly(L, () => pushReply(L, call(readArguments(L)))),
    status_reply: (L) => answer(L, () => pushField(L, 'ok', readArgument(L, 1))),
    error_reply: (L) => answer(L, () => pushField(L, 'err', readArgument(L, 1))),
    sha1hex: (L) =>
      answer(L, () => pushReply(L, createHash('sha1').update(readArgument(L, 1)).digest('hex'))),
    log: (L) => answer(L, () => pushReply(L, OK)),
  }
  lua.lua_createtable(L, 0, 10)
  for (const [name, run] of Object.entries(functions)) {
    lua.lua_pushcfunction(L, run)
    lua.lua_setfield(L, -2, to_luastring(name))
  }
  for (const [level, name] of ['LOG_DEBUG', 'LOG_VERBOSE', 'LOG_NOTICE', 'LOG_WARNING'].entries()) {
    lua.lua_pushnumber(L, level)
    lua.lua_setfield(L, -2, to_luastring(name))
  }
  lua.lua_setglobal(L, to_luastring('redis'))
}

function readArguments(L: LuaState): string[] {
  return Array.from({ length: lua.lua_gettop(L) }, (_, index) => readArgument(L, index + 1))
}

/** Runs what pushes one value; a refusal becomes a Lua error. */
function answer(L: LuaState, push: () => void): number {
  const message = refusalOf(push)
  return message === undefined ? 1 : raise(L, message)
}

/** Runs what pushes one value; a refusal becomes a value. */
function answerSoftly(L: LuaState, push: () => void): number {
  const message = refusalOf(push)
  if (message !== undefined) pushField(L, 'err', message)
  return 1
}

function refusalOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof RedisError) return error.message
    throw error
  }
}

function raise(L: LuaState, message: string): number {
  pushField(L, 'err', message)
  return lua.lua_error(L)
}
