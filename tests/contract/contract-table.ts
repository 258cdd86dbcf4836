import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import type { Deps } from '#workers/deps.ts'
import { rawRoutes } from '#workers/raw-routes.ts'
import { allRoutes } from '#workers/routes.ts'
import { API_BASE } from '#workers/server.ts'

// safe: routes only hold on to what they are given; nothing is called before a request comes
const noDeps = { env: {} } as Deps

/** Every row of the contract table, as the server mounts it: an endpoint is tested the day it appears. */
export const endpoints: readonly AnyEndpoint[] = allRoutes(noDeps).map(({ endpoint }) => endpoint)

/** What stands beside the table, within the API: uploads, downloads and streams, by their paths below it. */
export const guardedRaw = rawRoutes(noDeps)
  .filter(({ path }) => path.startsWith(API_BASE))
  .map(({ method, path }) => ({
    method,
    path: path.slice(API_BASE.length).replaceAll(/:(\w+)/g, '{$1}') as `/${string}`,
  }))

/** What visitors of a website reach without a token: its forms, comments, previews, and its own data. */
export const visitorRaw = rawRoutes(noDeps)
  .filter(({ path }) => path.startsWith('/_dde/'))
  .map(({ method, path }) => ({ method, path }))

export const nameOf = ({ method, path }: Pick<AnyEndpoint, 'method' | 'path'>) =>
  `${method.toUpperCase()} ${path}`

/** For `test.each`: the name first, so that it stands in the test's own. */
export const named = (list: readonly AnyEndpoint[]) =>
  list.map((endpoint): [string, AnyEndpoint] => [nameOf(endpoint), endpoint])

export const guarded = endpoints.filter(({ needs }) => needs !== 'public')
export const withBody = endpoints.filter(({ body }) => body !== undefined)
export const withQuery = endpoints.filter(({ query }) => query !== undefined)
export const paged = withQuery.filter(({ query }) => 'cursor' in (query?.shape ?? {}))
export const statusOf = ({ status, method }: AnyEndpoint) => status ?? (method === 'post' ? 201 : 200)

/** The parameters of a path with the collection each is of: `/websites/{id}/domains/{domainId}` has two. */
export function paramsOf({ path }: Pick<AnyEndpoint, 'path'>): { name: string; collection: string }[] {
  return [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, collection = '', name = '']) => ({
    name,
    collection,
  }))
}

export const isId = ({ name }: { name: string }) => /id$/i.test(name)

export const fillPath = (path: string, values: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
