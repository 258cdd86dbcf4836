import { ENTER_PATH } from '#edge/passes.contract.ts'
import { downloadExport } from './archives/download.ts'
import { readAssetContent } from './assets/asset-content.ts'
import { exportPosts } from './cms/posts-csv.ts'
import { receiveClap } from './cms/visitor-claps.ts'
import { receiveComment } from './cms/visitor-comments.ts'
import { exportEntries } from './collections/entries-csv.ts'
import { describeApi } from './core/openapi.ts'
import { exportContacts } from './crm/contacts-csv.ts'
import type { Deps } from './deps.ts'
import { exportSubmissions } from './forms/submissions-csv.ts'
import { receiveForm } from './forms/visitor-forms.ts'
import { answerPreview } from './headless/preview.ts'
import { uploadPart } from './imports/upload-part.ts'
import { NEWSLETTER_PATH } from './newsletter/newsletter-path.contract.ts'
import { exportSubscribers } from './newsletter/subscribers-csv.ts'
import { confirmSubscription, leaveNewsletter } from './newsletter/visitor-newsletter.ts'
import { PREVIEW_PATH, servePreview } from './review/previews.ts'
import { allRoutes } from './routes.ts'
import { streamRun } from './runs/run-events.ts'
import { API_BASE, type RawRoute } from './server.ts'
import { enterSite } from './sites/enter-site.ts'
import { receiveSeen } from './sites/receive-seen.ts'
import { exportRedirects } from './sites/redirects-csv.ts'
import { CLAPS_PATH, COMMENTS_PATH } from './sites/site-paths.contract.ts'
import { readTemplateFile } from './templates/template-file-bytes.ts'

/** What is not JSON in and JSON out: documents, streams, downloads, uploads and visitors' forms. */
export const rawRoutes = (deps: Deps): RawRoute[] => [
  {
    method: 'get',
    path: '/api/openapi.json',
    run: async (_deps, http) =>
      http.json(
        describeApi(
          allRoutes(deps).map(({ endpoint }) => endpoint),
          API_BASE,
        ),
      ),
  },
  { method: 'get', path: '/api/docs', run: async (_deps, http) => http.redirect('/docs', 302) },
  { method: 'get', path: '/_dde/api/*', run: answerPreview },
  { method: 'post', path: '/_dde/forms/:form', run: receiveForm },
  { method: 'get', path: `${PREVIEW_PATH}/*`, run: servePreview },
  { method: 'post', path: `${PREVIEW_PATH}/*`, run: servePreview },
  { method: 'post', path: `${NEWSLETTER_PATH}/confirm/:language?`, run: confirmSubscription },
  { method: 'post', path: `${NEWSLETTER_PATH}/leave/:language?`, run: leaveNewsletter },
  { method: 'post', path: COMMENTS_PATH, run: receiveComment },
  { method: 'post', path: CLAPS_PATH, run: receiveClap },
  { method: 'get', path: '/_dde/files/:id/:name?', run: readAssetContent },
  { method: 'get', path: '/_dde/files/templates/:version/:file/:name?', run: readTemplateFile },
  { method: 'get', path: `${API_BASE}/assets/:id/content`, run: readAssetContent },
  { method: 'get', path: `${API_BASE}/runs/:id/events`, run: streamRun },
  { method: 'get', path: `${API_BASE}/cms/posts.csv`, run: exportPosts },
  { method: 'get', path: `${API_BASE}/crm/contacts.csv`, run: exportContacts },
  { method: 'get', path: `${API_BASE}/websites/:id/collections/:key/entries.csv`, run: exportEntries },
  { method: 'get', path: `${API_BASE}/websites/:id/subscribers.csv`, run: exportSubscribers },
  { method: 'get', path: `${API_BASE}/websites/:id/submissions.csv`, run: exportSubmissions },
  { method: 'put', path: `${API_BASE}/imports/:id/parts/:part`, run: uploadPart },
  { method: 'get', path: `${API_BASE}/websites/:id/redirects.csv`, run: exportRedirects },
  { method: 'post', path: ENTER_PATH, run: enterSite },
  { method: 'post', path: '/_dde/seen', run: receiveSeen },
  { method: 'get', path: '/api/exports/:id/file', run: downloadExport },
]
