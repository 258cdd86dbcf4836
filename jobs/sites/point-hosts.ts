import { announcePosts } from '#workers/cms/announce-posts.ts'
import { pointHosts, pointHostsOfClient, siteChanged } from '#workers/sites/publications.ts'
import { clientSitesChanged } from '#workers/tenancy/events.ts'
import { job } from '../core/job.ts'

export const pointHostsJob = job({
  name: 'sites.point-hosts',
  on: siteChanged,
  run: async (ctx, { siteId }) => {
    const { site, manifest } = await pointHosts(ctx, siteId)
    if (site.status !== 'live') return undefined
    // What was shown on staging until now may be read by visitors for the first time.
    return (await announcePosts(ctx, { siteId, manifestHash: manifest })).effects
  },
})

export const pointClientHostsJob = job({
  name: 'sites.point-client-hosts',
  on: clientSitesChanged,
  run: (ctx, { clientId }) => pointHostsOfClient(ctx, clientId),
})
