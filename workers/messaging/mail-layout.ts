export interface MailContent {
  subject: string
  fromName: string
  heading: string
  paragraphs: string[]
  /** Pairs shown as a small table, such as the fields of a form. */
  details?: [label: string, value: string][]
  action?: { label: string; url: string }
  footnote?: string
  /** A way out below the footnote, such as leaving a list. */
  footlink?: { label: string; url: string }
  /** Colours of the website a mail speaks for; the product's own where there is none. */
  brand?: MailBrand
  /** Language it is written in; English unless said. */
  language?: string
}

export interface MailBrand {
  color: string
  onColor: string
}

const ours: MailBrand = { color: '#2563eb', onColor: '#ffffff' }

/** The colours of a website's buttons, as far as its theme says them in a way every mail program knows. */
export function brandOf(theme: Record<string, unknown>): MailBrand {
  // safe: themes are only written through their contract
  const { brand, onBrand } = (theme.colors ?? {}) as { brand?: string; onBrand?: string }
  const isHex = (color: string | undefined): color is string => /^#[\da-f]{6}$/i.test(color ?? '')
  return isHex(brand) && isHex(onBrand) ? { color: brand, onColor: onBrand } : ours
}

/** One plain, readable layout for every mail, as HTML that old mail programs understand and as text. */
export function layOutMail(content: MailContent): { html: string; text: string } {
  return { html: asHtml(content), text: asText(content) }
}

function asText({ heading, paragraphs, details = [], action, footnote, footlink }: MailContent): string {
  return [
    heading,
    ...paragraphs,
    details.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action && `${action.label}: ${action.url}`,
    footnote,
    footlink && `${footlink.label}: ${footlink.url}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"

function asHtml({
  subject,
  fromName,
  heading,
  paragraphs,
  details = [],
  action,
  footnote,
  footlink,
  brand = ours,
  language = 'en',
}: MailContent): string {
  const rows = details.map(
    ([label, value]) =>
      `<tr><td style="padding:6px 16px 6px 0;color:#5d6c83;vertical-align:top;white-space:nowrap">${escapeHtml(label)}</td><td style="padding:6px 0;color:#0f172a">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`,
  )
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="auto"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f1f5f9;${font};font-size:15px;line-height:1.6;color:#334155">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e2e8f0;border-radius:12px"><tr><td style="padding:32px">
<p style="margin:0 0 20px;font-size:13px;font-weight:600;color:#5d6c83">${escapeHtml(fromName)}</p>
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3;color:#0f172a">${escapeHtml(heading)}</h1>
${paragraphs.map((paragraph) => `<p style="margin:0 0 14px">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n')}
${rows.length > 0 ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 16px;font-size:14px">${rows.join('')}</table>` : ''}
${action ? `<p style="margin:20px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:10px 18px;background:${brand.color};color:${brand.onColor};border-radius:8px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>` : ''}
${footnote ? `<p style="margin:20px 0 0;font-size:13px;color:#5d6c83">${escapeHtml(footnote)}</p>` : ''}
${footlink ? `<p style="margin:8px 0 0;font-size:13px"><a href="${escapeHtml(footlink.url)}" style="color:#5d6c83">${escapeHtml(footlink.label)}</a></p>` : ''}
</td></tr></table></td></tr></table></body></html>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
