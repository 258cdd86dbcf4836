import { Pencil, Send, Unlink } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageNode } from '#workers/sites/page-document.contract.ts'
import { sectionsApi } from '#workers/sites/sections.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { counted } from '../../ui/numbers.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import type { Editor } from './editor.ts'
import { fragmentOf, withoutReferences } from './fragment.ts'
import { builderHref } from './page-kinds.ts'

const loadSubmit = async () => (await import('../market/submit-listing.tsx')).SubmitListing

interface SectionPanelProps {
  editor: Editor
  canvas: Canvas
  nodeId: string
  node: PageNode
}

/** Beside a reference to a saved section: where it is changed, and how to make its blocks the page's own. */
export function SectionPanel({ editor, canvas, nodeId, node }: SectionPanelProps) {
  const may = useMay()
  const id = String(node.props.section)
  const section = canvas.sections.find((each) => each.id === id)
  const uses = useResource(sectionsApi.uses, section ? { params: { id } } : null)
  if (!section) return <MissingSection />
  const canEdit = may('sites:write') && (!section.isShared || may('clients:write'))
  const detach = () => {
    const sections = new Map(canvas.sections.map((each) => [each.id, each.document]))
    editor.replaceBy([nodeId], withoutReferences(fragmentOf(editor.document.peek(), [nodeId]), sections))
  }
  return (
    <div class="grid gap-3 px-4 py-3.5">
      <div>
        <h2 class="font-semibold">{section.title}</h2>
        <p class="mt-0.5 text-12 text-pretty text-fg-3">
          {section.isShared
            ? 'A section of the agency, for the websites of all clients.'
            : 'A saved section.'}{' '}
          It changes on every page at once
          {uses.data && `, on ${counted(uses.data.items.length, 'page')} so far`}.
        </p>
      </div>
      <div class="grid gap-2">
        {canEdit && (
          <LinkButton href={builderHref(id, canvas.websiteId)} icon={<Pencil />}>
            Edit the section
          </LinkButton>
        )}
        {section.isShared && may('clients:write') && <HandIn id={id} name={section.title} />}
        <Button icon={<Unlink />} onClick={detach}>
          Detach
        </Button>
      </div>
      <p class="text-12 text-pretty text-fg-3">
        Detached blocks belong to this page alone and can be changed here.
      </p>
    </div>
  )
}

/** A section of the agency can be shared with other agencies. */
function HandIn({ id, name }: { id: string; name: string }) {
  const [isOpen, setOpen] = useState(false)
  const source = { id, name, description: '', industry: '', category: 'services' as const }
  const close = () => setOpen(false)
  return (
    <>
      <Button icon={<Send />} onClick={() => setOpen(true)}>
        Hand in for the marketplace
      </Button>
      {isOpen && (
        <OnDemand
          load={loadSubmit}
          props={{ kind: 'section' as const, source, onClose: close }}
          onFail={close}
        />
      )}
    </>
  )
}

function MissingSection() {
  return (
    <div class="px-4 py-3.5">
      <h2 class="font-semibold">Saved section</h2>
      <p class="mt-0.5 text-12 text-fg-3">It is gone. Visitors see nothing here; the block can be removed.</p>
    </div>
  )
}
