import { type Fengari, fengari, type LuaState } from './lua-library.ts'
import { RedisError, type Reply } from './replies.ts'

const { lua, to_jsstring, to_luastring }: Fengari = fengari

/** Puts a reply on the stack as Redis hands it to scripts: null is false, a status is a table with ok. */
export function pushReply(L: LuaState, reply: Reply): void {
  if (reply === null) lua.lua_pushboolean(L, false)
  else if (typeof reply === 'number') lua.lua_pushnumber(L, reply)
  else if (typeof reply === 'string') lua.lua_pushstring(L, to_luastring(reply))
  else if (Array.isArray(reply)) pushList(L, reply)
  else pushField(L, 'ok', reply.status)
}

/** Leaves a table with one field, {ok = …} or {err = …}, on the stack. */
export function pushField(L: LuaState, name: 'ok' | 'err', text: string): void {
  lua.lua_createtable(L, 0, 1)
  lua.lua_pushstring(L, to_luastring(text))
  lua.lua_setfield(L, -2, to_luastring(name))
}

/** Takes a script's value as Redis answers it: numbers lose their fraction, lists end at the first nil. */
export function readReply(L: LuaState, index: number): Reply {
  switch (lua.lua_type(L, index)) {
    case lua.LUA_TNUMBER:
      return Math.trunc(lua.lua_tonumber(L, index))
    case lua.LUA_TSTRING:
      return readText(L, index)
    case lua.LUA_TBOOLEAN:
      return lua.lua_toboolean(L, index) ? 1 : null
    case lua.LUA_TTABLE:
      return readTable(L, lua.lua_absindex(L, index))
    default:
      return null
  }
}

/** An argument of redis.call, which are strings and numbers only. */
export function readArgument(L: LuaState, index: number): string {
  const type = lua.lua_type(L, index)
  if (type === lua.LUA_TNUMBER) return String(lua.lua_tonumber(L, index))
  if (type === lua.LUA_TSTRING) return readText(L, index)
  throw new RedisError('ERR Lua redis lib command arguments must be strings or integers')
}

/** The text of a string, or of a field such as err of a table. */
export function readText(L: LuaState, index: number, field?: string): string {
  if (field === undefined)
    return to_jsstring(lua.lua_tostring(L, index) ?? new Uint8Array(), undefined, undefined, true)
  const type = lua.lua_getfield(L, index, to_luastring(field))
  const text = type === lua.LUA_TSTRING ? readText(L, -1) : ''
  lua.lua_pop(L, 1)
  return text
}

function pushList(L: LuaState, items: Reply[]): void {
  lua.lua_createtable(L, items.length, 0)
  for (const [index, item] of items.entries()) {
    pushReply(L, item)
    lua.lua_rawseti(L, -2, index + 1)
  }
}

function readTable(L: LuaState, index: number): Reply {
  const error = readText(L, index, 'err')
  if (error) throw new RedisError(error)
  const status = readText(L, index, 'ok')
  return status ? { status } : readList(L, index)
}

function readList(L: LuaState, index: number): Reply[] {
  const items: Reply[] = []
  while (lua.lua_rawgeti(L, index, items.length + 1) !== lua.LUA_TNIL) {
    items.push(readReply(L, -1))
    lua.lua_pop(L, 1)
  }
  lua.lua_pop(L, 1)
  return items
}
