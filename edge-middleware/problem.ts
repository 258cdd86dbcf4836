/** The product's one error format, for what the front door answers itself. */
export function problem(statusCode: number, code: string, message: string): Response {
  return Response.json(
    { error: { code, message, statusCode } },
    { status: statusCode, headers: { 'Cache-Control': 'no-store' } },
  )
}

/** For a browser that asked for a host nobody has here. */
export function unknownHost(host: string): Response {
  const name = host.replace(/[^a-z0-9.:-]/gi, '')
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>No site here</title><style>:root{color-scheme:light dark}body{margin:0;min-height:100dvh;display:grid;place-items:center;font:16px/1.6 system-ui,sans-serif;background:light-dark(#f8fafc,#0f172a);color:light-dark(#0f172a,#eef2f8)}main{max-width:26rem;padding:2rem}h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0;color:light-dark(#475569,#b3c0d3)}</style></head><body><main><h1>No site here yet</h1><p>Nothing is published at ${name}. If it is yours, add it as a domain of your website.</p></main></body></html>`
  return new Response(html, {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
