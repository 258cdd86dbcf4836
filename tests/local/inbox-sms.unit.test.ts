import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cleanups, createWorld, sms } from './inbox-world.ts'
import { serveEndpoint } from './serve.ts'

describe('sending an sms', () => {
  test('is accepted with Twilio’s resource and found in the inbox', async () => {
    const { text, messages, url } = await createWorld()
    const answer = await text(sms)
    expect(answer.status).toBe(201)
    const resource = await answer.json()
    expect(resource).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      account_sid: 'AC1',
      to: sms.To,
      from: sms.From,
      body: sms.Body,
      status: 'queued',
      num_segments: '1',
      error_code: null,
    })
    expect(await messages(`?to=${encodeURIComponent(sms.To)}`)).toMatchObject([
      { kind: 'sms', text: sms.Body, vendorId: resource.sid },
    ])

    const fetched = await fetch(`${url}/sms${resource.uri}`, {
      headers: { authorization: `Basic ${btoa('AC1:tw')}` },
    })
    expect(await fetched.json()).toMatchObject({ sid: resource.sid, status: 'delivered' })
  })

  test.each([
    ['no recipient', { ...sms, To: '' }, 21604],
    ['no sender', { ...sms, From: '' }, 21603],
    ['no body', { ...sms, Body: '' }, 21602],
    ['a body of more than 1600 characters', { ...sms, Body: 'x'.repeat(1_601) }, 21617],
    ['a number that is none', { ...sms, To: '12' }, 21211],
    ['the test number that has unsubscribed', { ...sms, To: '+15005550004' }, 21610],
    ['the test number that cannot send', { ...sms, From: '+15005550007' }, 21606],
  ])('is refused with %s', async (_name, form, code) => {
    const { text } = await createWorld()
    const answer = await text(form)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({
      code,
      message: expect.any(String),
      status: 400,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    })
  })

  test('is refused with a wrong token or account', async () => {
    const { text } = await createWorld()
    const unauthorised = await text(sms, { token: 'guess' })
    expect([unauthorised.status, (await unauthorised.json()).code]).toEqual([401, 20003])
    const foreign = await text(sms, { sid: 'AC2' })
    expect([foreign.status, (await foreign.json()).code]).toEqual([404, 20404])
  })

  test('reports its status, signed as Twilio signs', async () => {
    const hook = await serveEndpoint()
    cleanups.push(hook.close)
    const { text } = await createWorld({ hooks: { twilio: `${hook.url}/default` } })
    const statusUrl = `${hook.url}/status?id=7`
    const { sid } = await (await text({ ...sms, StatusCallback: statusUrl })).json()
    const received = await hook.until(2)
    const forms = received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
    expect(forms.map(({ MessageStatus }) => MessageStatus)).toEqual(['sent', 'delivered'])
    expect(forms[0]).toMatchObject({ MessageSid: sid, AccountSid: 'AC1', To: sms.To, From: sms.From })
    const base = Object.keys(forms[0]!)
      .sort()
      .reduce((text, name) => text + name + forms[0]![name], statusUrl)
    const signature = createHmac('sha1', 'tw').update(base).digest('base64')
    expect(received[0]!.headers.get('x-twilio-signature')).toBe(signature)

    await text({ ...sms, To: '+49151120000' })
    const last = new URLSearchParams((await hook.until(4))[3]!.body)
    expect([last.get('MessageStatus'), last.get('ErrorCode')]).toEqual(['undelivered', '30003'])
  })
})
