import type { Signal } from '@preact/signals'
import { Layers } from 'lucide-preact'
import { SECTION } from '#workers/sites/expand-sections.contract.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import type { Section } from '#workers/sites/sections.contract.ts'
import { startDrag } from './drag.ts'
import type { Editor } from './editor.ts'
import { takePlace } from './insertion.ts'

interface SavedSectionsProps {
  editor: Editor
  sections: readonly Section[]
  frame: Signal<HTMLIFrameElement | null>
  onInserted?: (() => void) | undefined
}

const referenceTo = ({ id }: Section): PageNode => ({ type: SECTION, version: 1, props: { section: id } })

/** Sections of the website and its agency, put on the page as references. */
export function SavedSections({ editor, sections, frame, onInserted }: SavedSectionsProps) {
  if (sections.length === 0) return null
  return (
    <section aria-label="Saved sections">
      <h3 class="builder-group">Saved sections</h3>
      <ul class="mb-2 grid gap-1">
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              class="builder-saved"
              onClick={() => {
                editor.insert(referenceTo(section), takePlace(editor))
                onInserted?.()
              }}
              onPointerDown={(event) =>
                startDrag(event, {
                  ...{ editor, frame: frame.value, label: section.title },
                  onDrop: (at) => {
                    editor.insert(referenceTo(section), at)
                    onInserted?.()
                  },
                })
              }
            >
              <Layers size={14} aria-hidden="true" />
              <span class="min-w-0 flex-1 truncate">{section.title}</span>
              {section.isShared && <span class="text-11 text-fg-3">Agency</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
