import { Check, Languages, TextCursorInput } from 'lucide-preact'
import { useLocation } from 'preact-iso'
import { type Translation, translationsApi } from '#workers/sites/translations.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { stateChoices } from './translation-state.tsx'

const labelOf = ({ state }: Translation) => stateChoices.find(({ value }) => value === state)?.label ?? ''

/** The page in the website's other languages: opens a translation, or begins it. Nothing where there is one language. */
export function PageLanguages({ pageId }: { pageId: string }) {
  const { route } = useLocation()
  const canEdit = useMay()('sites:write')
  const translations = useResource(translationsApi.ofPage, { params: { id: pageId } })
  const items = translations.data?.items ?? []
  const current = items.find(({ id }) => id === pageId)
  if (items.length < 2 || !current) return null

  const begin = async ({ code, name }: Translation) => {
    try {
      const { id } = await call(translationsApi.translatePage, {
        params: { id: pageId },
        body: { language: code },
      })
      invalidate('/site-languages', '/pages', '/websites')
      toast(`A draft in ${name}, as a copy of the original`)
      route(`/pages/${id}`)
    } catch (thrown) {
      toastProblem(thrown, 'Not begun')
    }
  }
  const entries: MenuEntry[] = [
    { heading: 'This page in' },
    ...items.map((item): MenuEntry => {
      const { code, name, id } = item
      if (id === pageId) return { id: code, label: name, isChosen: true }
      if (id) return { id: code, label: name, hint: labelOf(item), href: `/pages/${id}` }
      return {
        ...{ id: code, label: name, hint: canEdit ? 'Translate' : 'Missing', isDisabled: !canEdit },
        onSelect: () => begin(item),
      }
    }),
    ...(current.isOriginal
      ? []
      : [
          'separator' as const,
          {
            ...{ id: 'beside', label: 'Translate beside the original', icon: <TextCursorInput /> },
            href: `/pages/${pageId}/translation`,
          },
          ...(current.state === 'out_of_date' && canEdit
            ? [
                {
                  id: 'check',
                  label: 'Take it as up to date',
                  icon: <Check />,
                  onSelect: () => check(pageId),
                },
              ]
            : []),
        ]),
  ]
  return (
    <Menu
      // With the code, so that what is seen is a part of what is said.
      label={`Language: ${current.name}, ${current.code}`}
      class="btn btn-ghost btn-sm"
      width={260}
      items={entries}
    >
      <Languages aria-hidden="true" />
      <span class="max-md:hidden">{current.code}</span>
      {current.state === 'out_of_date' && <span class="dot bg-warning" title="The original changed since" />}
    </Menu>
  )
}

async function check(id: string): Promise<void> {
  try {
    await call(translationsApi.checkPage, { params: { id } })
    invalidate(`/pages/${id}/translations`, '/site-languages')
    toast('Taken as up to date')
  } catch (thrown) {
    toastProblem(thrown, 'Not saved')
  }
}
