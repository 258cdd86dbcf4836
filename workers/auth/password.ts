import plain from 'argon2id/dist/no-simd.wasm'
import simd from 'argon2id/dist/simd.wasm'
import { createPasswordHasher, type Instantiate } from './argon2.ts'

/** workerd compiles WebAssembly when a Worker is deployed; at run time a module may only be instantiated. */
const instantiate =
  (module: WebAssembly.Module): Instantiate =>
  async (imports) => ({ instance: await WebAssembly.instantiate(module, imports), module })

export const passwords = createPasswordHasher(instantiate(simd), instantiate(plain))
