import { unscopedDb } from '#db/client.ts'
import { handle } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import {
  compareListing,
  installListing,
  reportListing,
  reviewListing,
  takeReviewBack,
  withdrawListing,
} from './installs.ts'
import { getListing, listMarketplace, previewListing } from './listings.ts'
import { marketApi } from './market.contract.ts'
import { platformMarketApi } from './review-queue.contract.ts'
import { decideReport, decideReview, decideSubmission, previewSubmission, readQueue } from './review-queue.ts'
import { submissionsApi } from './submissions.contract.ts'
import {
  getSubmission,
  listSubmissions,
  submitSection,
  submitTemplate,
  withdrawSubmission,
} from './submissions.ts'

export const marketRoutes = ({ env }: Deps) => {
  const platformDb = () => unscopedDb(env.PLATFORM_DATABASE_URL)
  return [
    handle(marketApi.list, (ctx, { query }) => listMarketplace(ctx, query)),
    handle(marketApi.get, (ctx, { params }) => getListing(ctx, params.listing)),
    handle(marketApi.preview, (ctx, { params, query }) => previewListing(ctx, params.listing, query.name)),
    handle(marketApi.compare, (ctx, { params }) => compareListing(ctx, params.listing)),
    handle(marketApi.install, (ctx, { params }) => installListing(ctx, params.listing)),
    handle(marketApi.review, (ctx, { params, body }) => reviewListing(ctx, params.listing, body)),
    handle(marketApi.takeBack, (ctx, { params }) => takeReviewBack(ctx, params.listing)),
    handle(marketApi.report, (ctx, { params, body }) => reportListing(ctx, params.listing, body)),
    handle(marketApi.withdraw, (ctx, { params }) => withdrawListing(ctx, params.listing)),
    handle(submissionsApi.list, (ctx, { query }) => listSubmissions(ctx, query)),
    handle(submissionsApi.get, (ctx, { params }) => getSubmission(ctx, params.id)),
    handle(submissionsApi.submitTemplate, (ctx, { params, body }) => submitTemplate(ctx, params.id, body)),
    handle(submissionsApi.submitSection, (ctx, { params, body }) => submitSection(ctx, params.id, body)),
    handle(submissionsApi.withdraw, (ctx, { params }) => withdrawSubmission(ctx, params.id)),
    handle(platformMarketApi.queue, () => readQueue(platformDb())),
    handle(platformMarketApi.preview, (ctx, { params }) =>
      previewSubmission(ctx, platformDb(), params.submission),
    ),
    handle(platformMarketApi.decideSubmission, (ctx, { params, body }) =>
      decideSubmission(ctx, platformDb(), params.submission, body),
    ),
    handle(platformMarketApi.decideReview, (ctx, { params, body }) =>
      decideReview(ctx, platformDb(), params.review, body),
    ),
    handle(platformMarketApi.decideReport, (ctx, { params, body }) =>
      decideReport(ctx, platformDb(), params.report, body),
    ),
  ]
}
