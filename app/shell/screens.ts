import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import { matchRoute, type ScreenName } from './routes.ts'
import { ScreenNotLoaded } from './screen-not-loaded.tsx'

type Prefetch = (params: Record<string, string>) => void
/** What a screen's module gives: the screen, and what to load into the cache when someone points at a link to it. */
interface ScreenModule {
  Screen: ComponentType
  prefetch?: Prefetch
}
interface LazyScreen {
  (props: object): preact.VNode
  preload: () => Promise<unknown>
}

const loaders: Record<ScreenName, () => Promise<ScreenModule>> = {
  overview: () => import('../screens/overview/overview.tsx'),
  clients: () => import('../screens/tenancy/clients.tsx'),
  addClient: () => import('../screens/tenancy/add-client.tsx'),
  client: () => import('../screens/tenancy/client.tsx'),
  websites: () => import('../screens/sites/websites.tsx'),
  website: () => import('../screens/sites/website.tsx'),
  translatePage: () => import('../screens/languages/translate-page.tsx'),
  collection: () => import('../screens/collections/collection.tsx'),
  collectionFields: () => import('../screens/collections/collection-fields.tsx'),
  form: () => import('../screens/forms/form-builder.tsx'),
  entries: () => import('../screens/forms/entries.tsx'),
  builder: () => import('../screens/builder/builder.tsx'),
  startImport: () => import('../screens/imports/start-import.tsx'),
  importWebsite: () => import('../screens/imports/import-website.tsx'),
  siteImport: () => import('../screens/imports/site-import.tsx'),
  contacts: () => import('../screens/crm/contacts.tsx'),
  comments: () => import('../screens/cms/comments.tsx'),
  posts: () => import('../screens/cms/posts.tsx'),
  newPost: () => import('../screens/cms/new-post.tsx'),
  post: () => import('../screens/cms/post.tsx'),
  activity: () => import('../screens/runs/runs.tsx'),
  run: () => import('../screens/runs/run.tsx'),
  auditLog: () => import('../screens/audit/audit-log.tsx'),
  agencies: () => import('../screens/tenancy/agencies.tsx'),
  reviewLink: () => import('../screens/review/review-link.tsx'),
  templates: () => import('../screens/templates/templates.tsx'),
  template: () => import('../screens/templates/template.tsx'),
  listing: () => import('../screens/market/listing.tsx'),
  reviewQueue: () => import('../screens/market/review-queue.tsx'),
  plugins: () => import('../screens/plugins/plugins.tsx'),
  platformPlugins: () => import('../screens/plugins/platform-plugins.tsx'),
  docs: () => import('../screens/docs/docs.tsx'),
  login: () => import('../screens/auth/login.tsx'),
  signUp: () => import('../screens/auth/sign-up.tsx'),
  checkInbox: () => import('../screens/auth/check-inbox.tsx'),
  verifyEmail: () => import('../screens/auth/verify-email.tsx'),
  forgotPassword: () => import('../screens/auth/forgot-password.tsx'),
  resetPassword: () => import('../screens/auth/reset-password.tsx'),
}

const prefetchers: Partial<Record<ScreenName, Prefetch>> = {}

// safe: made from the entries of `loaders`, so it has the same keys
export const screens = Object.fromEntries(
  Object.entries(loaders).map(([name, load]) => [name, lazyScreen(name as ScreenName, load)]),
) as Record<ScreenName, LazyScreen>

/** Loads the code a path needs, and with `withData` what it will show as well. */
export async function preload(path: string, withData = false): Promise<void> {
  const match = matchRoute(path)
  if (!match) return
  await screens[match.name].preload()
  if (withData) prefetchers[match.name]?.(match.params)
}

function lazyScreen(name: ScreenName, load: () => Promise<ScreenModule>): LazyScreen {
  const screen = lazy(async () => {
    try {
      const { Screen, prefetch } = await load()
      if (prefetch) prefetchers[name] = prefetch
      return Screen
    } catch {
      // A newer version of the dashboard has replaced this one's files, or the network is gone.
      return ScreenNotLoaded
    }
  })
  // safe: lazy() gives a component with preload(); its declared type follows the module instead
  return screen as unknown as LazyScreen
}
