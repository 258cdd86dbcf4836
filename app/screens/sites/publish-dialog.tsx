import { useState } from 'preact/hooks'
import { type DocumentChange, snapshotsApi } from '#workers/sites/snapshots.contract.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ChangeSummary, PageLook } from './site-changes.tsx'
import { type VersionWords, WordsFields } from './version-words.tsx'

interface PublishDialogProps {
  websiteId: string
  onPublish: (words: VersionWords) => Promise<void>
  onClose: () => void
}

/** What a publish would bring, before it does. */
export function PublishDialog({ websiteId, onPublish, onClose }: PublishDialogProps) {
  const changes = useResource(snapshotsApi.compare, { params: { id: websiteId }, query: {} })
  const [page, setPage] = useState<DocumentChange | undefined>()
  const [words, setWords] = useState<VersionWords>({ name: '', note: '' })
  const form = useForm([])
  const publish = (event: Event) =>
    form.submit(event, async () => {
      await onPublish(words)
      onClose()
    })
  return (
    <Dialog
      title="Publish"
      width={page ? 1180 : 600}
      onClose={onClose}
      onSubmit={publish}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} data-autofocus>
            Publish now
          </Button>
        </>
      }
    >
      {page && changes.data ? (
        <PageLook
          {...{ websiteId, page }}
          changes={changes.data}
          isPublished={false}
          onBack={() => setPage(undefined)}
        />
      ) : (
        <div class="grid gap-5">
          <ChangeSummary
            {...{ changes }}
            onLook={setPage}
            nothing="Visitors see everything already. Publishing again makes a new version that says the same."
          />
          <WordsFields words={words} onChange={setWords} />
        </div>
      )}
    </Dialog>
  )
}
