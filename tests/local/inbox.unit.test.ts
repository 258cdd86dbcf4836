import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanups, createWorld, mailTo, sms } from './inbox-world.ts'

describe('the inbox', () => {
  test('filters its messages over JSON, newest first, and forgets them', async () => {
    const { send, messages, url } = await createWorld()
    for (const [email, subject] of [
      ['ada@client.test', 'First'],
      ['bob@client.test', 'Second'],
      ['ada@client.test', 'Third'],
    ]) {
      await send(mailTo(email!, { subject }))
    }
    const subjects = async (query: string) =>
      (await messages(query)).map(({ subject }: { subject: string }) => subject)
    expect(await subjects('')).toEqual(['Third', 'Second', 'First'])
    expect(await subjects('?to=ADA@client.test')).toEqual(['Third', 'First'])
    expect(await subjects('?to=da@client.test')).toEqual([])
    expect(await subjects('?subject=ir&limit=1')).toEqual(['Third'])
    expect((await fetch(`${url}/inbox/api/messages`, { method: 'DELETE' })).status).toBe(204)
    expect(await subjects('')).toEqual([])
  })

  test('shows a page to a person: the list, the message in a sandboxed frame, and a search', async () => {
    const { send, text, messages, page } = await createWorld()
    await send(
      mailTo('ada@client.test', {
        content: [{ type: 'text/html', value: '<h1 title="x">Hi</h1><script>alert(1)</script>' }],
      }),
    )
    await send(mailTo('bob@client.test', { subject: 'Invoice <b>7</b>' }))
    await text(sms)

    const list = await page()
    expect(list).toContain('3 messages, 3 unread')
    expect(list).toContain('Invoice &lt;b&gt;7&lt;/b&gt;')
    expect(list.match(/class="dot"/g)).toHaveLength(3)
    expect(list).not.toContain('<script')

    const [mail] = await messages('?to=ada@client.test')
    const reading = await page(`?id=${mail.id}`)
    expect(reading).toContain('sandbox="allow-popups allow-top-navigation-by-user-activation"')
    expect(reading).toContain('&lt;base target=&quot;_top&quot;&gt;&lt;h1 title=&quot;x&quot;&gt;')
    expect(reading).not.toContain('<script')
    expect(await page()).toContain('3 messages, 2 unread')
    expect(await page('?q=INVOICE')).toMatch(/Invoice/)
    expect(await page('?q=INVOICE')).not.toMatch(/ada@client/)
    expect(await page('?q=nothing')).toContain('No message matches “nothing”.')
  })

  test('links in plain texts can be followed', async () => {
    const { text, messages, page } = await createWorld()
    await text({ ...sms, Body: 'Confirm at https://app.test/c?t=a&u=1. <b>Thanks</b>' })
    const [message] = await messages()
    expect(await page(`?id=${message.id}`)).toContain(
      '<a href="https://app.test/c?t=a&amp;u=1">https://app.test/c?t=a&amp;u=1</a>. &lt;b&gt;Thanks&lt;/b&gt;',
    )
  })

  test('is emptied by its button, with or without a slash at the end of its address', async () => {
    const { send, page, messages, url } = await createWorld()
    await send(mailTo('ada@client.test'))
    const cleared = await fetch(`${url}/inbox`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'clear' }),
    })
    expect([cleared.url, cleared.status, cleared.redirected]).toEqual([`${url}/inbox?`, 200, true])
    expect(await cleared.text()).toContain('Your inbox is empty')
    expect(await messages()).toEqual([])
    expect(await page('/')).toContain('Your inbox is empty')
    expect((await fetch(`${url}/inbox/elsewhere`)).status).toBe(404)
  })

  test('keeps its messages, what was read and its signing key over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dde-inbox-'))
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'inbox.db')
    const before = await createWorld({ file })
    await before.send(mailTo('ada@client.test', { custom_args: { delivery_id: 'd-1' } }))
    await before.send(mailTo('bob@client.test'))
    const [mail] = await before.messages('?to=ada@client.test')
    await before.page(`?id=${mail.id}`)
    await before.stop()

    const after = await createWorld({ file })
    expect((await after.messages()).map(({ isRead }: { isRead: boolean }) => isRead)).toEqual([false, true])
    expect(
      (await (await after.findActivity(`unique_args['delivery_id']="d-1"`)).json()).messages,
    ).toHaveLength(1)
    expect(after.inbox.sendgridPublicKey).toBe(before.inbox.sendgridPublicKey)
  })
})
