import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Permission } from '#workers/auth/permissions.contract.ts'

/** Who is signed in, as the server wrote it into the page. */
export interface ActorFacts {
  userId: string
  tenantId: string
  clientId?: string
  role: string
  permissions: string[]
  name: string
  email: string
}

/** What the server tells the browser about the request it answered. */
export interface PageFacts {
  actor: ActorFacts | null
  portal: 'agency' | 'admin'
}

export const Facts = createContext<PageFacts>({ actor: null, portal: 'agency' })

export function useActor(): ActorFacts | null {
  return useContext(Facts).actor
}

export type May = (permission: Permission) => boolean

/** Whether the person signed in may do something; the API has the last word. */
export function useMay(): May {
  return mayOf(useActor())
}

export function mayOf(actor: ActorFacts | null): May {
  return (permission) => actor?.permissions.includes(permission) ?? false
}
