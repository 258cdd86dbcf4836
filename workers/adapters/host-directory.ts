import { hostKey } from '#edge/context.contract.ts'
import type { HostDirectory } from '../core/ports.ts'

/** KV as the front door's host directory. */
export function createHostDirectory(namespace: KVNamespace): HostDirectory {
  return {
    put: (host, target) => namespace.put(hostKey(host), JSON.stringify(target)),
    remove: (host) => namespace.delete(hostKey(host)),
  }
}
