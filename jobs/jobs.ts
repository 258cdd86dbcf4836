import { expireExportJob } from './archives/expire-export.ts'
import { countStorageJob } from './assets/count-storage.ts'
import { deleteAssetBytesJob, emptyTrashJob, sweepUploadJob, tidyUploadJob } from './assets/delete-bytes.ts'
import { inspectUploadJob } from './assets/inspect-upload.ts'
import { publishCommentsJob, tellOfCommentJob } from './cms/comments.ts'
import { publishScheduledJob } from './cms/publish-scheduled.ts'
import { recordEntryJob } from './collections/record-entry.ts'
import type { Job } from './core/job.ts'
import { recordSubmissionJob } from './crm/record-submission.ts'
import { deleteKeptJob, purgeSubmissionsJob, tellOfFormJob } from './forms/submissions.ts'
import { deleteImportFilesJob } from './imports/delete-files.ts'
import { sendMailJob } from './messaging/send-mail.ts'
import {
  mailNewPostJob,
  recordConfirmedJob,
  recordUnsubscribedJob,
  subscribeJob,
} from './newsletter/newsletter.ts'
import { tellOfEntryJob, tellOfPostJob, tellOfSubmissionJob } from './plugins/tell-plugins.ts'
import { makeDueChangesJob } from './review/make-due-changes.ts'
import { remindReviewersJob } from './review/remind-reviewers.ts'
import { tellOfThreadJob } from './review/tell-of-thread.ts'
import { continueRunJob } from './runs/continue-run.ts'
import { pointClientHostsJob, pointHostsJob } from './sites/point-hosts.ts'
import { sweepSnapshotsJob } from './sites/sweep-snapshots.ts'
import { deleteTemplateJob } from './templates/delete-template.ts'
import { openPortalJob } from './tenancy/open-portal.ts'

/** Everything that happens later, and what it listens to. */
export const jobs: readonly Job[] = [
  continueRunJob,
  countStorageJob,
  deleteAssetBytesJob,
  deleteImportFilesJob,
  deleteTemplateJob,
  deleteKeptJob,
  expireExportJob,
  emptyTrashJob,
  inspectUploadJob,
  openPortalJob,
  pointClientHostsJob,
  pointHostsJob,
  publishCommentsJob,
  purgeSubmissionsJob,
  publishScheduledJob,
  recordEntryJob,
  recordSubmissionJob,
  mailNewPostJob,
  makeDueChangesJob,
  recordConfirmedJob,
  recordUnsubscribedJob,
  subscribeJob,
  remindReviewersJob,
  sendMailJob,
  tellOfEntryJob,
  tellOfPostJob,
  tellOfFormJob,
  tellOfSubmissionJob,
  tellOfThreadJob,
  tellOfCommentJob,
  sweepSnapshotsJob,
  sweepUploadJob,
  tidyUploadJob,
]
