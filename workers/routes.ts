import { archivesRoutes } from './archives/archives.routes.ts'
import { assetsRoutes } from './assets/assets.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { authRoutes } from './auth/auth.routes.ts'
import { blogRoutes } from './cms/blog.routes.ts'
import { commentsRoutes } from './cms/comments.routes.ts'
import { organisationRoutes } from './cms/organisation.routes.ts'
import { postsRoutes } from './cms/posts.routes.ts'
import { collectionsRoutes } from './collections/collections.routes.ts'
import { entriesRoutes } from './collections/entries.routes.ts'
import type { Route } from './core/routes.ts'
import { contactsRoutes } from './crm/contacts.routes.ts'
import type { Deps } from './deps.ts'
import { formsRoutes } from './forms/forms.routes.ts'
import { headlessRoutes } from './headless/headless.routes.ts'
import { importsRoutes } from './imports/imports.routes.ts'
import { marketRoutes } from './market/market.routes.ts'
import { newsletterRoutes } from './newsletter/newsletter.routes.ts'
import { overviewRoutes } from './overview/overview.routes.ts'
import { pluginsRoutes } from './plugins/plugins.routes.ts'
import { reviewRoutes } from './review/review.routes.ts'
import { runsRoutes } from './runs/runs.routes.ts'
import { languagesRoutes } from './sites/languages.routes.ts'
import { pagesRoutes } from './sites/pages.routes.ts'
import { redirectsRoutes } from './sites/redirects.routes.ts'
import { websitesRoutes } from './sites/websites.routes.ts'
import { templatesRoutes } from './templates/templates.routes.ts'
import { clientsRoutes } from './tenancy/clients.routes.ts'
import { platformRoutes } from './tenancy/tenants.routes.ts'

/** The contract table, whole: what the server mounts and the documentation describes. */
export const allRoutes = (deps: Deps): Route[] => [
  ...authRoutes(deps),
  ...overviewRoutes,
  ...clientsRoutes,
  ...websitesRoutes,
  ...templatesRoutes,
  ...marketRoutes(deps),
  ...redirectsRoutes,
  ...pagesRoutes,
  ...languagesRoutes,
  ...reviewRoutes,
  ...postsRoutes,
  ...organisationRoutes,
  ...collectionsRoutes,
  ...entriesRoutes,
  ...blogRoutes,
  ...commentsRoutes,
  ...formsRoutes,
  ...newsletterRoutes,
  ...assetsRoutes,
  ...headlessRoutes(deps),
  ...contactsRoutes,
  ...importsRoutes,
  ...archivesRoutes(deps),
  ...pluginsRoutes(deps),
  ...runsRoutes,
  ...auditRoutes,
  ...platformRoutes(deps),
]
