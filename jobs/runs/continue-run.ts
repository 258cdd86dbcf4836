import { siteExport } from '#workers/archives/archive-run.ts'
import { staticExport } from '#workers/archives/static-run.ts'
import { siteCopy, siteImport } from '#workers/archives/unpack-run.ts'
import { entryConversion } from '#workers/collections/entry-conversion.ts'
import { entryImport } from '#workers/collections/entry-imports.ts'
import { attachmentRetry, wordpressImport } from '#workers/imports/import-run.ts'
import { marketCheck } from '#workers/market/check-run.ts'
import { marketInstall } from '#workers/market/install-run.ts'
import { postMailing } from '#workers/newsletter/announcements.ts'
import { clientOnboarding } from '#workers/onboarding/onboarding-run.ts'
import { continueRun } from '#workers/runs/continue-run.ts'
import { runRequested } from '#workers/runs/start-run.ts'
import { sitePublication } from '#workers/sites/publications.ts'
import { templateFetch } from '#workers/templates/fetch-run.ts'
import { templateSave } from '#workers/templates/save-run.ts'
import { job } from '../core/job.ts'

/** Every kind of long work there is. */
const definitions = [
  attachmentRetry,
  clientOnboarding,
  entryConversion,
  entryImport,
  marketCheck,
  marketInstall,
  postMailing,
  siteCopy,
  siteExport,
  siteImport,
  sitePublication,
  staticExport,
  templateFetch,
  templateSave,
  wordpressImport,
]

export const continueRunJob = job({
  name: 'runs.continue-run',
  on: runRequested,
  run: (ctx, { runId }) => continueRun(ctx, runId, definitions),
})
