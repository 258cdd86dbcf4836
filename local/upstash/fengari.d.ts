/** The part of fengari, which ships no types, that the script engine uses. */
declare module 'fengari' {
  export type LuaState = { readonly lua_State: unique symbol }
  export type LuaString = Uint8Array
  type LuaFunction = (L: LuaState) => number

  export const lua: {
    readonly LUA_MASKCOUNT: number
    readonly LUA_OK: number
    readonly LUA_REGISTRYINDEX: number
    readonly LUA_TBOOLEAN: number
    readonly LUA_TNIL: number
    readonly LUA_TNUMBER: number
    readonly LUA_TSTRING: number
    readonly LUA_TTABLE: number
    lua_absindex(L: LuaState, index: number): number
    lua_createtable(L: LuaState, arraySize: number, recordSize: number): void
    lua_error(L: LuaState): number
    lua_getfield(L: LuaState, index: number, name: LuaString): number
    lua_gettop(L: LuaState): number
    lua_pcall(L: LuaState, args: number, results: number, handler: number): number
    lua_pop(L: LuaState, count: number): void
    lua_pushboolean(L: LuaState, value: boolean): void
    lua_pushcfunction(L: LuaState, fn: LuaFunction): void
    lua_pushnumber(L: LuaState, value: number): void
    lua_pushstring(L: LuaState, value: LuaString): void
    lua_rawgeti(L: LuaState, index: number, at: number): number
    lua_rawseti(L: LuaState, index: number, at: number): void
    lua_setfield(L: LuaState, index: number, name: LuaString): void
    lua_setglobal(L: LuaState, name: LuaString): void
    lua_sethook(L: LuaState, hook: LuaFunction | null, mask: number, count: number): void
    lua_settop(L: LuaState, index: number): void
    lua_toboolean(L: LuaState, index: number): boolean
    lua_tonumber(L: LuaState, index: number): number
    lua_tostring(L: LuaState, index: number): LuaString | null
    lua_type(L: LuaState, index: number): number
  }

  export const lauxlib: {
    luaL_dostring(L: LuaState, source: LuaString): boolean
    luaL_loadbuffer(L: LuaState, source: LuaString, size: number, name: LuaString): number
    luaL_newstate(): LuaState
    luaL_ref(L: LuaState, index: number): number
    luaL_requiref(L: LuaState, name: LuaString, open: LuaFunction, isGlobal: boolean): void
  }

  export const lualib: {
    luaopen_base: LuaFunction
    luaopen_math: LuaFunction
    luaopen_string: LuaFunction
    luaopen_table: LuaFunction
  }

  export function to_luastring(text: string): LuaString
  export function to_jsstring(text: LuaString, from?: number, to?: number, isLossy?: boolean): string
}
