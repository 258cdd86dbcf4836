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
  /** The host whose subdomains are the platform addresses of websites. */
  siteHost: string
}

export const Facts = createContext<PageFacts>({ actor: null, portal: 'agency', siteHost: '' })

export function useActor(): ActorFacts | null {
  return useContext(Facts).actor
}

export function useSiteHost(): string {
  return useContext(Facts).siteHost
}

export type May = (permission: Permission) => boolean

/** Whether the person signed in may do something; the API has the last word. */
export function useMay(): May {
  return mayOf(useActor())
}

export function mayOf(actor: ActorFacts | null): May {
  return (permission) => actor?.permissions.includes(permission) ?? false
}
