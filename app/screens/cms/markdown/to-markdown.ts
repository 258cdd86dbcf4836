import type { Nodes, Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { toMarkdown as write } from 'mdast-util-to-markdown'
import { type HtmlNode, isElement, parseHtml, rawBlock, rawHtml } from './html-tree.ts'
import { blockOf, footnotesIn, isFootnotes } from './markdown-tree.ts'
import { meaningOf, wrapped } from './same-html.ts'
import { toHtml } from './to-html.ts'

/** HTML as the API keeps it, as Markdown that gives the same HTML again. Read by people: only what has to be is HTML. */
export function toMarkdown(html: string): string {
  const nodes = wrapped(parseHtml(html))
  const notes = nodes.filter(isFootnotes).flatMap(footnotesIn)
  const definitions = written(notes)
  const children = nodes
    .filter((node) => !isFootnotes(node))
    .map((node) =>
      isElement(node) ? keptBlock(node, definitions) : { type: 'html' as const, value: rawHtml(node) },
    )
  return written([...children, ...notes])
}

/** A block in Markdown's own signs where those say all of it, and as HTML where they would lose something. */
function keptBlock(node: Exclude<HtmlNode, string>, definitions: string): RootContent {
  const block = blockOf(node)
  return block.type === 'html' || isSame(node, block, definitions)
    ? block
    : { type: 'html', value: rawBlock(node) }
}

function isSame(node: HtmlNode, block: RootContent, definitions: string): boolean {
  const again = wrapped(parseHtml(toHtml(`${written([block])}\n${definitions}`))).filter(
    (each) => !isFootnotes(each),
  )
  return meaningOf(again) === meaningOf([node])
}

const written = (children: readonly Nodes[]): string =>
  // safe: blocks and footnotes are what the root may hold
  write({ type: 'root', children: children as Root['children'] }, options)

const options: Parameters<typeof write>[1] = {
  ...{ bullet: '-', bulletOther: '*', emphasis: '*', rule: '-', fences: true, listItemIndent: 'one' },
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
}
