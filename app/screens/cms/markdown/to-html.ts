import { micromark } from 'micromark'
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'

/** Put before identifiers by the API as well, so that links to footnotes hold. */
const PREFIX = 'c-'

const options = {
  // The API makes everything safe by allow-list when it is saved; nothing of this is drawn before.
  allowDangerousHtml: true,
  allowDangerousProtocol: true,
  extensions: [
    gfmAutolinkLiteral(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTable(),
    gfmTaskListItem(),
  ],
  htmlExtensions: [
    gfmAutolinkLiteralHtml(),
    gfmFootnoteHtml({ clobberPrefix: PREFIX }),
    gfmStrikethroughHtml(),
    gfmTableHtml(),
    gfmTaskListItemHtml(),
  ],
}

/** GitHub Flavored Markdown as HTML in the form posts are kept in. */
export function toHtml(markdown: string): string {
  return withOwnForms(micromark(markdown, options)).trim()
}

/** Footnotes, tasks, alignment and code as the website draws them. */
function withOwnForms(html: string): string {
  return html
    .replace(/<sup>(<a href="#c-fn-[^"]*" id="c-fnref-[^"]*")[^>]*>/g, '<sup class="footnote-ref">$1>')
    .replace(
      /<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes<\/h2>/g,
      '<section class="footnotes">',
    )
    .replace(
      /<a href="(#c-fnref-[^"]*)" data-footnote-backref=""[^>]*class="data-footnote-backref">/g,
      '<a href="$1" class="footnote-back">',
    )
    .replace(
      /<li>(\s*<p>)?<input type="checkbox" disabled=""( checked="")? ?\/?>\s?/g,
      (_, paragraph = '', checked = '') => `<li class="task${checked ? ' is-done' : ''}">${paragraph.trim()}`,
    )
    .replace(/<(t[hd]) align="(left|right|center)">/g, '<$1 class="has-text-align-$2">')
    .replaceAll('\n</code></pre>', '</code></pre>')
}
