import { createRequire } from 'node:module'

export type Fengari = typeof import('fengari')
export type LuaState = import('fengari').LuaState

// Fengari reads this while it loads: whole floats print without a fraction, as in the Lua 5.1 of Redis.
process.env.FENGARICONF ??= JSON.stringify({ LUA_COMPAT_FLOATSTRING: true })

/** Lua for JavaScript, loaded by hand because an import would run before the setting above. */
export const fengari: Fengari = createRequire(import.meta.url)('fengari')
