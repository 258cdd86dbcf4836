import { Check, Combine, PanelsTopLeft } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { type Translation, translationsApi } from '#workers/sites/translations.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { useInOrder } from './in-order.ts'
import { PageTexts } from './page-texts.tsx'
import { TranslationStateBadge } from './translation-state.tsx'

export const prefetch = ({ id = '' }: Record<string, string>) => load(pagesApi.get, { params: { id } })

/** A translated page as its texts, each beside the original's. */
export function Screen() {
  const id = useRoute().params.id ?? ''
  const page = useResource(pagesApi.get, { params: { id } })
  const translations = useResource(translationsApi.ofPage, { params: { id } })
  const items = translations.data?.items
  const own = items?.find((each) => each.id === id)
  const original = items?.find(({ isOriginal }) => isOriginal)
  const source = useResource(pagesApi.get, original?.id ? { params: { id: original.id } } : null)
  usePage(
    page.data?.title,
    page.data
      ? [
          {
            label: page.data.websiteName ?? '',
            href: `/websites/${page.data.websiteId}?tab=languages&language=${own?.code ?? ''}`,
          },
        ]
      : [],
  )
  if (own && original && original.id !== id && page.data && source.data) {
    const reload = async () => {
      invalidate('/site-languages', '/websites')
      await Promise.all([page.reload(), translations.reload()])
    }
    return (
      <TranslatePage key={id} {...{ own, original }} page={page.data} source={source.data} reload={reload} />
    )
  }
  const problem = page.problem ?? translations.problem ?? source.problem
  return (
    <div class="page">
      {problem && <Failed problem={problem} onRetry={() => location.reload()} />}
      {!problem && items && !(original && original.id !== id) && <NoOriginal id={id} />}
      {!problem && !items && <SkeletonLines lines={10} />}
    </div>
  )
}

const NoOriginal = ({ id }: { id: string }) => (
  <Empty
    icon={<PanelsTopLeft />}
    title="Nothing to compare with"
    action={<LinkButton href={`/pages/${id}`}>Open in the builder</LinkButton>}
  >
    This page is an original, or its original was removed.
  </Empty>
)

interface TranslatePageProps {
  page: PageDetail
  source: PageDetail
  own: Translation
  original: Translation
  reload: () => Promise<void>
}

function TranslatePage({ page, source, own, original, reload }: TranslatePageProps) {
  const canEdit = useMay()('sites:write')
  const [isFollowing, setFollowing] = useState(false)
  const [isPublishing, setPublishing] = useState(false)
  const inOrder = useInOrder()
  const params = { id: page.id }

  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      await reload()
      toast(done)
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  /** Leaving a field to press the button saves what is in it: that comes first. */
  const publish = async () => {
    setPublishing(true)
    const work = async () => {
      const { version } = await call(pagesApi.get, { params })
      await call(pagesApi.update, { params, body: { status: 'published', version } })
    }
    await attempt(() => inOrder.after(work), 'Visitors see it with the next publish')
    setPublishing(false)
  }
  const check = () => attempt(() => call(translationsApi.checkPage, { params }), 'Taken as up to date')
  const isNew = source.document.root.some((id) => !page.document.nodes[id])

  return (
    <div class="page">
      <div class="mb-4 flex flex-wrap items-center gap-2">
        <h1 class="min-w-0 flex-1 truncate text-18 font-semibold">{page.title}</h1>
        <TranslationStateBadge state={own.state} />
        <LinkButton href={`/pages/${page.id}`} icon={<PanelsTopLeft />}>
          Builder
        </LinkButton>
        {canEdit && page.status === 'draft' && (
          <Button look="primary" icon={<Check />} isBusy={isPublishing} onClick={publish}>
            Ready for visitors
          </Button>
        )}
      </div>
      {canEdit && own.state === 'out_of_date' && (
        <div class="mb-4">
          <Notice tone="warning">
            <span class="flex flex-wrap items-center gap-3">
              <span class="min-w-60 flex-1">
                The original changed since this was translated.
                {isNew && ' It has blocks that are not here yet.'}
              </span>
              {isNew && (
                <Button size="sm" icon={<Combine />} onClick={() => setFollowing(true)}>
                  Take over its blocks
                </Button>
              )}
              <Button size="sm" icon={<Check />} onClick={check}>
                It is up to date
              </Button>
            </span>
          </Notice>
        </div>
      )}
      <PageTexts
        {...{ page, source }}
        language={own}
        original={original}
        isReadOnly={!canEdit}
        inOrder={inOrder}
        onSaved={reload}
      />
      {isFollowing && (
        <ConfirmDialog
          title="Take over the original’s blocks?"
          confirmLabel="Take over blocks"
          isHarmless
          onConfirm={() =>
            attempt(() => call(translationsApi.followPage, { params }), 'The page has the original’s blocks')
          }
          onClose={() => setFollowing(false)}
        >
          The page gets the blocks its original has now. Translated texts stay; new ones come in{' '}
          {original.name}. How it looks now stays in its history.
        </ConfirmDialog>
      )}
    </div>
  )
}
