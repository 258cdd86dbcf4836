import type { Permission } from '#workers/auth/permissions.contract.ts'

export interface ScreenRoute {
  path: string
  title: string
  /** `app` takes a session, `auth` is for people without one, `open` is for both, `plain` is nothing of ours around it. */
  layout: 'app' | 'auth' | 'open' | 'plain'
  needs?: Permission
  /** What is drawn until the screen is here. */
  shape: 'list' | 'page' | 'form'
  /** The screen this one lies under. */
  parent?: ScreenName
}

export type ScreenName =
  | 'overview'
  | 'clients'
  | 'addClient'
  | 'client'
  | 'websites'
  | 'website'
  | 'collection'
  | 'collectionFields'
  | 'form'
  | 'entries'
  | 'builder'
  | 'translatePage'
  | 'startImport'
  | 'importWebsite'
  | 'siteImport'
  | 'contacts'
  | 'posts'
  | 'comments'
  | 'newPost'
  | 'post'
  | 'activity'
  | 'run'
  | 'auditLog'
  | 'agencies'
  | 'templates'
  | 'template'
  | 'listing'
  | 'reviewQueue'
  | 'plugins'
  | 'platformPlugins'
  | 'docs'
  | 'reviewLink'
  | 'login'
  | 'signUp'
  | 'checkInbox'
  | 'verifyEmail'
  | 'forgotPassword'
  | 'resetPassword'

const app = { layout: 'app' } as const
const auth = { layout: 'auth', shape: 'form' } as const

/** Every screen; the first path that matches wins. */
export const routes: Record<ScreenName, ScreenRoute> = {
  overview: { ...app, path: '/', title: 'Overview', needs: 'clients:read', shape: 'page' },
  clients: { ...app, path: '/clients', title: 'Clients', needs: 'clients:read', shape: 'list' },
  addClient: {
    ...app,
    path: '/clients/new',
    title: 'Add client',
    needs: 'clients:write',
    shape: 'form',
    parent: 'clients',
  },
  client: {
    ...app,
    path: '/clients/:id',
    title: 'Client',
    needs: 'clients:read',
    shape: 'page',
    parent: 'clients',
  },
  websites: { ...app, path: '/websites', title: 'Websites', needs: 'sites:read', shape: 'list' },
  website: {
    ...app,
    path: '/websites/:id',
    title: 'Website',
    needs: 'sites:read',
    shape: 'page',
    parent: 'websites',
  },
  translatePage: {
    ...app,
    path: '/pages/:id/translation',
    title: 'Translation',
    needs: 'sites:read',
    shape: 'page',
    parent: 'websites',
  },
  collection: {
    ...app,
    path: '/websites/:id/collections/:key',
    title: 'Collection',
    needs: 'content:read',
    shape: 'list',
    parent: 'websites',
  },
  collectionFields: {
    ...app,
    path: '/websites/:id/collections/:key/fields',
    title: 'Fields',
    needs: 'content:read',
    shape: 'page',
    parent: 'websites',
  },
  form: {
    ...app,
    path: '/websites/:id/forms/:form',
    title: 'Form',
    needs: 'content:read',
    shape: 'page',
    parent: 'websites',
  },
  entries: {
    ...app,
    path: '/websites/:id/entries',
    title: 'Form entries',
    needs: 'contacts:read',
    shape: 'list',
    parent: 'websites',
  },
  builder: {
    ...app,
    path: '/pages/:id',
    title: 'Page',
    needs: 'sites:read',
    shape: 'page',
    parent: 'websites',
  },
  startImport: {
    ...app,
    path: '/websites/:id/import',
    title: 'Import from WordPress',
    needs: 'sites:write',
    shape: 'form',
    parent: 'websites',
  },
  importWebsite: {
    ...app,
    path: '/import-website',
    title: 'Import a website',
    needs: 'sites:write',
    shape: 'form',
    parent: 'websites',
  },
  siteImport: {
    ...app,
    path: '/imports/:id',
    title: 'Import',
    needs: 'sites:read',
    shape: 'page',
    parent: 'websites',
  },
  contacts: { ...app, path: '/contacts', title: 'Contacts', needs: 'contacts:read', shape: 'list' },
  posts: { ...app, path: '/posts', title: 'Posts', needs: 'content:read', shape: 'list' },
  comments: { ...app, path: '/comments', title: 'Comments', needs: 'content:read', shape: 'list' },
  newPost: {
    ...app,
    path: '/posts/new',
    title: 'New post',
    needs: 'content:write',
    shape: 'form',
    parent: 'posts',
  },
  post: { ...app, path: '/posts/:id', title: 'Post', needs: 'content:read', shape: 'form', parent: 'posts' },
  activity: { ...app, path: '/activity', title: 'Activity', needs: 'sites:read', shape: 'list' },
  run: {
    ...app,
    path: '/activity/:id',
    title: 'Run',
    needs: 'sites:read',
    shape: 'page',
    parent: 'activity',
  },
  auditLog: { ...app, path: '/audit-log', title: 'Audit log', needs: 'audit:read', shape: 'list' },
  agencies: { ...app, path: '/agencies', title: 'Agencies', needs: 'platform:read', shape: 'list' },
  reviewLink: { layout: 'plain', path: '/review/:token', title: 'Review', shape: 'page' },
  templates: { ...app, path: '/templates', title: 'Templates', needs: 'clients:write', shape: 'list' },
  template: {
    ...app,
    path: '/templates/:id',
    title: 'Template',
    needs: 'clients:write',
    shape: 'page',
    parent: 'templates',
  },
  listing: {
    ...app,
    path: '/marketplace/:listing',
    title: 'Marketplace',
    needs: 'clients:write',
    shape: 'page',
    parent: 'templates',
  },
  reviewQueue: {
    ...app,
    path: '/platform/market',
    title: 'Marketplace',
    needs: 'platform:read',
    shape: 'page',
  },
  plugins: { ...app, path: '/plugins', title: 'Plugins', needs: 'clients:write', shape: 'page' },
  platformPlugins: {
    ...app,
    path: '/platform/plugins',
    title: 'Plugins',
    needs: 'platform:read',
    shape: 'page',
  },
  docs: { layout: 'open', path: '/docs', title: 'API reference', shape: 'page' },
  login: { ...auth, path: '/login', title: 'Log in' },
  signUp: { ...auth, path: '/sign-up', title: 'Create your agency' },
  checkInbox: { ...auth, path: '/check-inbox', title: 'Check your inbox' },
  verifyEmail: { ...auth, path: '/verify-email', title: 'Confirm your address' },
  forgotPassword: { ...auth, path: '/forgot-password', title: 'Forgot your password?' },
  resetPassword: { ...auth, path: '/reset-password', title: 'Choose a new password' },
}

export interface Match {
  name: ScreenName
  route: ScreenRoute
  params: Record<string, string>
}

/** The screen a path leads to. */
export function matchRoute(path: string): Match | undefined {
  for (const [name, route] of Object.entries(routes)) {
    const params = paramsIn(path, route.path)
    // safe: the keys of `routes` are the screen names
    if (params) return { name: name as ScreenName, route, params }
  }
  return undefined
}

/** The section of the sidebar a screen belongs to. */
export function sectionOf(name: ScreenName): ScreenName {
  return routes[name].parent ?? name
}

function paramsIn(path: string, pattern: string): Record<string, string> | undefined {
  const parts = path.split('/').filter(Boolean)
  const wanted = pattern.split('/').filter(Boolean)
  if (parts.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const want = wanted[index] ?? ''
    if (want.startsWith(':')) params[want.slice(1)] = part
    else if (want !== part) return undefined
  }
  return params
}
