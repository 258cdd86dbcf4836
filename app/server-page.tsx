import { renderToString } from 'preact-render-to-string'
import type { RequestContext } from '#edge/context.contract.ts'
import { type ActorFacts, Facts, mayOf, type PageFacts } from './data/actor.ts'
import { NotFound } from './screens/not-found.tsx'
import { AuthFrame } from './shell/auth-frame.tsx'
import { Frame } from './shell/frame.tsx'
import { isAllowed } from './shell/navigation.ts'
import { OpenFrame } from './shell/open-frame.tsx'
import { titled } from './shell/page.ts'
import { PlainFrame } from './shell/plain-frame.tsx'
import { type Match, matchRoute } from './shell/routes.ts'
import { ScreenSkeleton } from './shell/screen-skeleton.tsx'

export interface ServerPage {
  html: string
  title: string
  status: 200 | 404
  facts: PageFacts
}

type Asked = Pick<RequestContext, 'actor' | 'target'>

/** The page as the server draws it, or where to go instead. */
export function serve(url: URL, context: Asked): ServerPage | { redirect: string } {
  const path = url.pathname
  const match = matchRoute(path)
  const facts = factsOf(url, context)
  const redirect = redirectFor(url, match, facts)
  if (redirect) return { redirect }

  const isFound = match && (match.route.layout !== 'app' || isAllowed(match.name, mayOf(facts.actor)))
  const screen = isFound ? <ScreenSkeleton {...match.route} /> : <NotFound />
  return {
    html: renderToString(<Facts.Provider value={facts}>{framed(path, match, facts, screen)}</Facts.Provider>),
    title: titled(match?.route.title ?? 'Not found'),
    status: isFound ? 200 : 404,
    facts,
  }
}

function framed(path: string, match: Match | undefined, { actor }: PageFacts, screen: preact.ComponentChild) {
  if (match?.route.layout === 'auth') return <AuthFrame>{screen}</AuthFrame>
  if (match?.route.layout === 'plain') return <PlainFrame>{screen}</PlainFrame>
  return actor ? <Frame path={path}>{screen}</Frame> : <OpenFrame>{screen}</OpenFrame>
}

/** Someone whose session the API no longer takes arrives at /login with `next`; sending them back would never end. */
function redirectFor(
  { pathname, search, searchParams }: URL,
  match: Match | undefined,
  facts: PageFacts,
): string | undefined {
  if (!facts.actor) {
    const isPrivate = match?.route.layout === 'app'
    return isPrivate ? `/login?next=${encodeURIComponent(pathname + search)}` : undefined
  }
  if (facts.portal === 'admin' && match?.name === 'overview') return '/agencies'
  const isForStrangers = match?.name === 'login' || match?.name === 'signUp'
  return isForStrangers && !searchParams.has('next') ? '/' : undefined
}

function factsOf({ host }: URL, { actor, target }: Asked): PageFacts {
  // An agency's own address lies beside its websites, the platform's above them.
  const siteHost = target.kind === 'portal' ? host.slice(host.indexOf('.') + 1) : host
  if (!actor) return { actor: null, portal: 'agency', siteHost }
  const { userId, tenantId, clientId, role, permissions, name, email } = actor
  const known: ActorFacts = {
    userId,
    tenantId,
    role,
    permissions,
    name,
    email,
    ...(clientId && { clientId }),
  }
  return { actor: known, portal: permissions.includes('platform:read') ? 'admin' : 'agency', siteHost }
}
