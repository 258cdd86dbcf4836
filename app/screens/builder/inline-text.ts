import { signal } from '@preact/signals'
import { hasPlaces } from '#workers/collections/bind-document.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { applyPatch, type PropertyPath, valueAt } from '#workers/sites/page-patches.contract.ts'
import type { Editor } from './editor.ts'
import { controlAt, pathOf } from './property-control.ts'

interface Writing {
  id: string
  path: PropertyPath
  /** What stood there when the caret came in. */
  before: string
  element: HTMLElement
  /** What Preact drew, put aside untouched while the browser edits copies of it. */
  drawn: ChildNode[]
}

const EDITABLE = new Set(['line', 'area'])

/**
 * Texts edited where they stand. The browser owns the element while the caret is in it: the canvas draws the text as it
 * was before, so that nothing moves under the caret, while every keystroke goes into the document.
 */
export class InlineText {
  readonly #editor: Editor
  readonly #writing = signal<Writing | undefined>(undefined)

  constructor(editor: Editor) {
    this.#editor = editor
  }

  /** Attributes for an element that shows a property's text. */
  readonly attributes = (id: string, property: string): Record<string, unknown> => {
    const path = pathOf(property)
    const node = this.#editor.document.peek().nodes[id]
    const control = node && controlAt(node.type, path)?.control
    // What a field of an entry fills in is shown here and written in the panel.
    const isFilledIn = hasPlaces(String((node && valueAt(node.props, path)) ?? ''))
    if (!control || !EDITABLE.has(control) || isFilledIn) return { 'data-edit': property }
    return {
      ...{ 'data-edit': property, contentEditable: 'plaintext-only', spellcheck: true },
      onFocus: (event: FocusEvent) => this.#begin(id, path, event),
      onInput: () => this.#write(),
      onBlur: () => this.#end(),
      onKeyDown: (event: KeyboardEvent) => this.#onKey(event, control === 'line'),
    }
  }

  /** The document as the canvas draws it while a text is being written. */
  drawn(document: PageDocument): PageDocument {
    const writing = this.#writing.value
    const node = writing && document.nodes[writing.id]
    if (!node || valueAt(node.props, writing.path) === undefined) return document
    const { id, path, before } = writing
    return applyPatch(document, { op: 'set', id, path, value: before }).document
  }

  #begin(id: string, path: PropertyPath, { currentTarget }: FocusEvent): void {
    const element = currentTarget as HTMLElement
    this.#end()
    const drawn = [...element.childNodes]
    element.replaceChildren(...drawn.map((child) => child.cloneNode(true)))
    this.#writing.value = { id, path, element, drawn, before: textOf(element) }
    this.#editor.selected.value = [id]
  }

  #write(): void {
    const writing = this.#writing.peek()
    if (writing) this.#editor.setProperty(writing.id, writing.path, textOf(writing.element))
  }

  #end(): void {
    const writing = this.#writing.peek()
    if (!writing) return
    writing.element.replaceChildren(...writing.drawn)
    this.#writing.value = undefined
  }

  #onKey(event: KeyboardEvent, isLine: boolean): void {
    const leaves = event.key === 'Escape' || (isLine && event.key === 'Enter')
    // Keys that mean something to the builder mean text here.
    if (!(event.ctrlKey || event.metaKey)) event.stopPropagation()
    if (!leaves) return
    event.preventDefault()
    const { currentTarget } = event
    if (currentTarget && 'blur' in currentTarget) (currentTarget as HTMLElement).blur()
  }
}

/** Text as it reads, lines and all. */
const textOf = (element: HTMLElement): string =>
  element.innerText.replace(/\n$/, '').replaceAll('\u00a0', ' ')
