import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { messagePane } from './message-pane.ts'
import type { Address, Message } from './messages.ts'
import { formatTime } from './times.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export type PageState = {
  messages: Message[]
  selected: Message | undefined
  search: string
  counts: { total: number; unread: number }
  now: Date
}

const FONT = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
)

/** The font travels inside the page, which may be mounted anywhere and so has no address to fetch it from. */
const FONT_FACE = `@font-face {
  font-family: "Inter Variable";
  font-weight: 100 900;
  src: url(data:font/woff2;base64,${readFileSync(FONT).toString('base64')}) format("woff2");
}`

const STYLE = readFileSync(new URL('./inbox.css', import.meta.url), 'utf8')

/** The whole page: the list beside the chosen message, one of them at a time on a phone. */
export function inboxPage(state: PageState): Html {
  const { selected, search, counts } = state
  const title = selected ? `${titleOf(selected)} · Inbox` : `Inbox (${counts.unread} unread)`
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <title>${title}</title>
    <style>${raw(FONT_FACE + STYLE)}</style>
  </head>
  <body class="${selected ? 'is-reading' : 'is-listing'}">
    ${pageHeader(state)}
    <main class="panes">
      ${messageList(state)}
      <section class="message" aria-label="Message">
        ${selected ? messagePane(selected, linkTo({ search })) : emptyPane(counts.total)}
      </section>
    </main>
  </body>
</html>`
}

/** What a message is called in a list: its subject, or the beginning of an SMS. */
export function titleOf({ kind, subject, text = '' }: Message): string {
  if (kind === 'mail') return subject || '(no subject)'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function pageHeader({ search, counts }: PageState): Html {
  return html`<header class="bar">
      <div class="brand">
        <h1>Inbox</h1>
        <p class="counts">${counts.total} ${counts.total === 1 ? 'message' : 'messages'}, ${counts.unread} unread</p>
      </div>
      <form class="search" role="search" method="get">
        <label class="hidden" for="q">Search by recipient or subject</label>
        <input id="q" name="q" type="search" value="${search}" placeholder="Search by recipient or subject" />
        <button type="submit">Search</button>
      </form>
      <form class="clear" method="post" action="?">
        <input type="hidden" name="action" value="clear" />
        <button type="submit"${counts.total === 0 ? raw(' disabled') : ''}>Clear inbox</button>
      </form>
    </header>`
}

function messageList({ messages, selected, search, counts, now }: PageState): Html {
  if (messages.length === 0) {
    const words = counts.total === 0 ? 'Nothing has come in yet.' : `No message matches “${search}”.`
    return html`<nav class="list" aria-label="Messages">
        <p class="hint">${words} ${counts.total > 0 ? html`<a href="?">Show all messages</a>` : ''}</p>
      </nav>`
  }
  return html`<nav class="list" aria-label="Messages">
        <ul>${messages.map((message) => listItem(message, { search, now, isCurrent: message.id === selected?.id }))}</ul>
        ${search ? html`<p class="hint"><a href="?">Show all messages</a></p>` : ''}
      </nav>`
}

function listItem(
  message: Message,
  { search, now, isCurrent }: { search: string; now: Date; isCurrent: boolean },
): Html {
  const isUnread = !message.isRead && !isCurrent
  const current = isCurrent ? raw(' aria-current="true"') : ''
  return html`<li>
            <a href="${linkTo({ search, id: message.id })}" class="${isUnread ? 'item is-unread' : 'item'}"${current}>
              <span class="line">
                <span class="who">${isUnread ? html`<span class="dot"></span><span class="hidden">Unread: </span>` : ''}${recipients(message.to)}</span>
                <time datetime="${new Date(message.receivedAt).toISOString()}">${formatTime(message.receivedAt, now)}</time>
              </span>
              <span class="subject">${titleOf(message)}</span>
              <span class="kind">${message.kind === 'sms' ? 'SMS' : 'Mail'} from ${message.from.name ?? message.from.email}</span>
            </a>
          </li>`
}

function emptyPane(total: number): Html {
  if (total > 0) {
    return html`<div class="empty"><h2>No message chosen</h2><p>Choose a message from the list to read it here.</p></div>`
  }
  return html`<div class="empty">
          <h2>Your inbox is empty</h2>
          <p>Every mail and text message the product sends on this machine lands here instead of with its recipient.</p>
        </div>`
}

function recipients(addresses: Address[]): string {
  const [first, ...others] = addresses
  return others.length > 0 ? `${first?.email} and ${others.length} more` : (first?.email ?? '')
}

/** A link within the page; only the query changes, so the page may be mounted anywhere. */
function linkTo({ search, id }: { search: string; id?: string }): string {
  const query = new URLSearchParams({ ...(search && { q: search }), ...(id && { id }) })
  return `?${query}`
}
