import { html } from 'hono/html'

export const DEMO_PASSWORD = 'dde-demo-2026'

/** People of the demo agencies; they exist on laptops only. */
export const demoLogins = [
  { email: 'owner@northpeak.test', what: 'owner of the agency Northpeak Studio' },
  { email: 'consultant@northpeak.test', what: 'consultant at Northpeak Studio' },
  { email: 'admin@harbordental.test', what: 'client admin of Harbor Dental' },
  { email: 'owner@rival.test', what: 'owner of a second agency, Rival Digital' },
  { email: 'root@dde.test', what: 'super admin of the platform' },
] as const

export interface Door {
  name: string
  url: string
}

export function doorsOf(port: number, cloudPort: number): Door[] {
  return [
    { name: 'Dashboard', url: `http://localhost:${port}` },
    { name: 'Demo site', url: `http://harbordental.localhost:${port}` },
    { name: 'Mail and SMS inbox', url: `http://localhost:${cloudPort}/inbox` },
    { name: 'API docs', url: `http://localhost:${port}/api/docs` },
    { name: 'All doors', url: `http://localhost:${cloudPort}` },
  ]
}

/** The doors as lines for a terminal. */
export function doorLines(port: number, cloudPort: number): string[] {
  const doors = doorsOf(port, cloudPort)
  const width = Math.max(...doors.map(({ name }) => name.length)) + 2
  return [
    ...doors.map(({ name, url }) => `  ${name.padEnd(width)}${url}`),
    '',
    `  Log in with password ${DEMO_PASSWORD}:`,
    ...demoLogins.map(({ email, what }) => `  ${email.padEnd(27)}${what}`),
  ]
}

/** The doors as a page. */
export function doorsPage(port: number, cloudPort: number) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DDE on this machine</title>
<style>:root{color-scheme:light dark}body{margin:0;font:15px/1.6 Inter,system-ui,sans-serif;background:light-dark(#f8fafc,#0f172a);color:light-dark(#0f172a,#eef2f8)}main{max-width:40rem;margin:auto;padding:3rem 1.5rem}h1{font-size:1.5rem;margin:0 0 1.5rem}h2{font-size:1rem;margin:2rem 0 .5rem}ul{list-style:none;margin:0;padding:0;border:1px solid light-dark(#e2e8f0,#25334d);border-radius:12px;background:light-dark(#fff,#152036);overflow:hidden}li+li{border-top:1px solid light-dark(#eef2f7,#1e2b43)}li{display:flex;gap:1rem;justify-content:space-between;padding:.7rem 1rem;flex-wrap:wrap}a{color:light-dark(#1d4ed8,#93b4fd)}code{font:13px ui-monospace,monospace}span{color:light-dark(#475569,#b3c0d3)}</style></head>
<body><main><h1>DDE on this machine</h1>
<ul>${doorsOf(port, cloudPort).map(({ name, url }) => html`<li>${name}<a href="${url}">${url}</a></li>`)}</ul>
<h2>Demo logins</h2><p>Password for all: <code>${DEMO_PASSWORD}</code></p>
<ul>${demoLogins.map(({ email, what }) => html`<li><code>${email}</code><span>${what}</span></li>`)}</ul>
</main></body></html>`
}
