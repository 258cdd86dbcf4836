import { pointHosts, pointHostsOfClient, siteChanged } from '#workers/sites/publications.ts'
import { clientSitesChanged } from '#workers/tenancy/events.ts'
import { job } from '../core/job.ts'

export const pointHostsJob = job({
  name: 'sites.point-hosts',
  on: siteChanged,
  run: async (ctx, { siteId }) => {
    await pointHosts(ctx, siteId)
  },
})

export const pointClientHostsJob = job({
  name: 'sites.point-client-hosts',
  on: clientSitesChanged,
  run: (ctx, { clientId }) => pointHostsOfClient(ctx, clientId),
})
