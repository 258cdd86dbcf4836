import { callApi, send } from '#local/demo/http.ts'
import { DEMO_PASSWORD } from '#local/doors.ts'
import { answers } from '#tests/forms/visitor.ts'
import { newId } from '#workers/core/ids.ts'
import { pause } from './product.ts'

/** What the product has said yes to. */
export interface Acknowledged {
  /** Ids of contacts, by their address. */
  contacts: Map<string, string>
  /** Ids of clients and of the runs that bring them on board. */
  clients: Map<string, string>
  /** Names of visitors whose form was taken. */
  visitors: Set<string>
}

export const nothingYet = (): Acknowledged => ({
  contacts: new Map(),
  clients: new Map(),
  visitors: new Set(),
})

const SITE = 'harbordental.localhost'

/** Works on the product through its own doors, writing down every yes, until it is gone. */
export async function work(port: number, done: Acknowledged): Promise<void> {
  try {
    await Promise.all((await deedsAt(port, done)).map(repeat))
  } catch {
    // The product is gone, which is what was waited for; what it said yes to is written down.
  }
}

async function deedsAt(port: number, done: Acknowledged): Promise<(() => Promise<void>)[]> {
  const origin = `http://localhost:${port}`
  const { accessToken } = await callApi<{ accessToken: string }>(origin, undefined, 'POST', '/auth/login', {
    email: 'owner@northpeak.test',
    password: DEMO_PASSWORD,
  })
  const page = await send(port, { method: 'GET', host: SITE, path: '/contact' })
  const action = /action="(\/_dde\/forms\/[^"]+)"/.exec(page.body)?.[1] ?? ''

  async function addContact() {
    const email = `${newId()}@people.test`
    const { id } = await callApi<{ id: string }>(origin, accessToken, 'POST', '/crm/contacts', { email })
    done.contacts.set(email, id)
  }
  async function bringClient() {
    const client = { clientName: `Interrupted ${newId().slice(-6)}`, website: {} }
    const { id, runId } = await callApi<{ id: string; runId: string }>(
      origin,
      accessToken,
      'POST',
      '/clients',
      client,
    )
    done.clients.set(id, runId)
    await pause(300)
  }
  async function sendForm() {
    const name = `Visitor ${newId()}`
    const body = new URLSearchParams(answers({ name, email: `${newId()}@visitors.test` })).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }
    const { status } = await send(port, { method: 'POST', host: SITE, path: action, headers, body })
    // A workerd that outlives its launcher still answers, only never with a yes.
    if (status !== 303) throw new Error(`The form answered ${status}.`)
    done.visitors.add(name)
    // Each site takes thirty a minute from one place.
    await pause(250)
  }
  return [addContact, bringClient, sendForm]
}

async function repeat(deed: () => Promise<void>): Promise<never> {
  for (;;) await deed()
}
