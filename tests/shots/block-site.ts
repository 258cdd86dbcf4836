import { blocks } from '#sites/blocks/registry.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import type { RouteDocument } from '#workers/sites/snapshot.contract.ts'
import type { Template } from '#workers/sites/templates/template.contract.ts'
import { dataFor } from '../site-renderer/block-examples.ts'
import { createSite, publishTemplate } from '../site-renderer/world.ts'

/** A site in the look of a template with a page for each block, as it stands on a page when somebody has just added it. */
export function blockSite(template: Template) {
  const { site } = publishTemplate(template)
  const documents = Object.fromEntries(
    blocks.map(({ type, slots }): [string, RouteDocument] => [
      `/${type}`,
      pageOf(type, Object.keys(slots ?? {})),
    ]),
  )
  return { ...createSite(site, documents), site, documents }
}

function pageOf(type: string, slots: readonly string[]): RouteDocument {
  const inside = Object.fromEntries(slots.map((slot, at) => [slot, [`inside${at}`]]))
  const nodes = {
    block: { type, version: 1, props: {}, ...(slots.length > 0 && { slots: inside }) },
    ...Object.fromEntries(
      slots.map((_, at) => [`inside${at}`, { type: 'heading', version: 1, props: { heading: 'Inside' } }]),
    ),
  }
  const document: PageDocument = { version: 1, root: ['block'], nodes }
  const found = dataFor[type]
  return { kind: 'page', title: type, seo: {}, document, data: found ? { block: found } : {} }
}
