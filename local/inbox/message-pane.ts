import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Address, Message } from './messages.ts'
import { formatFullTime } from './times.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** One message: who, when and what, with everything the sender attached to it. */
export function messagePane(message: Message, back: string): Html {
  const { kind, from, to, cc, bcc, replyTo, receivedAt, attachments } = message
  const details = { ...message.headers, ...message.customArgs }
  return html`<a class="back" href="${back}">Back to messages</a>
        <article>
          <h2>${kind === 'sms' ? 'Text message' : message.subject || '(no subject)'}</h2>
          <dl class="facts">
            ${fact('From', addresses([from]))}
            ${fact('To', addresses(to))}
            ${cc.length > 0 ? fact('Cc', addresses(cc)) : ''}
            ${bcc.length > 0 ? fact('Bcc', addresses(bcc)) : ''}
            ${replyTo ? fact('Reply to', addresses([replyTo])) : ''}
            ${fact('Received', formatFullTime(receivedAt))}
          </dl>
          ${messageBody(message)}
          ${attachments.length > 0 ? attachmentList(message) : ''}
          ${Object.keys(details).length > 0 ? detailTable(message) : ''}
        </article>`
}

function messageBody({ kind, html: markup, text = '' }: Message): Html {
  if (kind === 'sms') return html`<p class="bubble">${linked(text)}</p>`
  if (markup === undefined) return html`<div class="plain">${linked(text)}</div>`
  return html`<iframe class="body" title="Message text" srcdoc="${framed(markup)}" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>
          ${text ? html`<details><summary>Plain text version</summary><div class="plain">${linked(text)}</div></details>` : ''}`
}

function attachmentList({ attachments }: Message): Html {
  return html`<section class="attachments" aria-label="Attachments">
            <h3>Attachments</h3>
            <ul>${attachments.map(({ filename, type, sizeBytes }) => html`<li>${filename} <span class="note">${type}, ${formatSize(sizeBytes)}</span></li>`)}</ul>
          </section>`
}

function detailTable({ headers, customArgs, categories, vendorId }: Message): Html {
  return html`<details>
            <summary>Headers and data</summary>
            <dl class="facts">
              ${fact('Message id', vendorId)}
              ${categories.length > 0 ? fact('Categories', categories.join(', ')) : ''}
              ${Object.entries(headers).map(([name, value]) => fact(name, value))}
              ${Object.entries(customArgs).map(([name, value]) => fact(name, value))}
            </dl>
          </details>`
}

function fact(name: string, value: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function addresses(list: Address[]): string {
  return list.map(({ email, name }) => (name ? `${name} <${email}>` : email)).join(', ')
}

/** Text with its web addresses made into links. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`))
}

/** A mail's own page, whose links open in the whole window rather than in its frame. */
function framed(markup: string): string {
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(markup)
    ? markup.replace(/<head[^>]*>/i, (head) => head + base)
    : `<!doctype html><meta charset="utf-8">${base}${markup}`
}

function formatSize(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${(bytes / 1_024).toFixed(1)} kB`
}
