import { escapeAttribute } from '../content/html-escape.ts'

/** Where the form of a protected preview posts, on the preview's own host. */
export const UNLOCK_PATH = '/_dde/unlock'

const style =
  ':root{color-scheme:light dark}body{margin:0;min-height:100dvh;display:grid;place-items:center;font:16px/1.6 system-ui,sans-serif;background:light-dark(#f8fafc,#0f172a);color:light-dark(#0f172a,#eef2f8)}main{max-width:26rem;padding:2rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0 0 1rem;color:light-dark(#475569,#b3c0d3)}form{display:grid;gap:.75rem}label{font-weight:600}input,button{font:inherit;padding:.5rem .75rem;border-radius:8px;border:1px solid light-dark(#94a3b8,#475569)}button{background:#2563eb;border-color:#2563eb;color:#fff;font-weight:600}.wrong{color:light-dark(#b42318,#fda29b)}'

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`

const endings = {
  expired: ['This preview has expired', 'Ask whoever sent you the link for a new one.'],
  revoked: ['This preview was taken back', 'Ask whoever sent you the link whether there is a new one.'],
  missing: ['There is no preview here', 'Check the link: a letter may be missing.'],
} as const

/** For a link that does not work, or no longer. */
export function endedPage(why: keyof typeof endings): Response {
  const [title, text] = endings[why]
  return previewAnswer(page(title, `<p>${text}</p>`), 'text/html', { status: why === 'missing' ? 404 : 410 })
}

/** Asks for the password of a preview, and says what was wrong with the last one. */
export function passwordPage(path: string, problem?: string): Response {
  const wrong = problem ? `<p class="wrong" role="alert">${problem}</p>` : ''
  const form = `<form method="post" action="${UNLOCK_PATH}"><input type="hidden" name="path" value="${escapeAttribute(path)}"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="off" autofocus required>${wrong}<button>Show the preview</button></form>`
  const body = `<p>Whoever sent you this link has protected it.</p>${form}`
  return previewAnswer(page('This preview has a password', body), 'text/html', {
    status: problem ? 403 : 401,
  })
}

interface Reply {
  status?: number
  to?: string | null
}

/** An answer nobody keeps and no search engine reads. */
export function previewAnswer(body: BodyInit | null, type: string, { status, to }: Reply = {}): Response {
  return new Response(body, {
    status: status ?? (to ? 303 : 200),
    headers: {
      'Content-Type': type.includes('charset') ? type : `${type}; charset=utf-8`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      ...(to ? { Location: to } : {}),
    },
  })
}
