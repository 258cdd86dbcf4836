import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cleanups, createWorld, mailTo } from './inbox-world.ts'
import { type Received, serveEndpoint } from './serve.ts'

describe('sending a mail', () => {
  test('is accepted with a message id and found in the inbox with everything it carried', async () => {
    const { send, messages } = await createWorld()
    const answer = await send({
      personalizations: [
        {
          to: [{ email: 'Ada@client.test', name: 'Ada' }],
          cc: [{ email: 'copy@client.test' }],
          subject: 'Hello -name-',
          substitutions: { '-name-': 'Ada' },
          custom_args: { run: 42 },
          headers: { 'X-Step': '1' },
        },
        { to: [{ email: 'bob@client.test' }] },
      ],
      from: { email: 'hello@agency.test', name: 'Agency' },
      reply_to: { email: 'reply@agency.test' },
      subject: 'Welcome',
      content: [{ type: 'text/html', value: '<p>Dear -name-</p>' }],
      custom_args: { tenant: 'acme' },
      categories: ['onboarding'],
      attachments: [{ content: btoa('hello'), filename: 'a.txt', type: 'text/plain' }],
    })
    expect(answer.status).toBe(202)
    expect(await answer.text()).toBe('')

    const [second, first] = await messages()
    expect(first).toMatchObject({
      kind: 'mail',
      from: 'hello@agency.test',
      fromName: 'Agency',
      replyTo: 'reply@agency.test',
      to: ['Ada@client.test'],
      cc: ['copy@client.test'],
      subject: 'Hello Ada',
      html: '<p>Dear Ada</p>',
      headers: { 'X-Step': '1' },
      customArgs: { tenant: 'acme', run: '42' },
      categories: ['onboarding'],
      attachments: [{ filename: 'a.txt', type: 'text/plain', sizeBytes: 5 }],
      vendorId: answer.headers.get('x-message-id'),
    })
    expect(second).toMatchObject({ to: ['bob@client.test'], subject: 'Welcome', html: '<p>Dear -name-</p>' })
  })

  test('is refused without the key', async () => {
    const { send } = await createWorld()
    const answer = await send(mailTo('a@b.test'), 'SG.wrong')
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: 'The provided authorization grant is invalid, expired, or revoked',
          field: null,
          help: null,
        },
      ],
    })
  })

  test.each([
    [
      'no recipients',
      { ...mailTo('a@b.test'), personalizations: [] },
      'personalizations',
      /at least one personalization/,
    ],
    ['a bad address', mailTo('nobody'), 'personalizations.0.to.0.email', /valid address/],
    [
      'an empty list',
      { ...mailTo('a@b.test'), personalizations: [{ to: [] }] },
      'personalizations.0.to',
      /to array is required/,
    ],
    ['no sender', { ...mailTo('a@b.test'), from: undefined }, 'from.email', /from object must be provided/],
    ['no subject', { ...mailTo('a@b.test'), subject: undefined }, 'subject', /subject is required/],
    ['no content', { ...mailTo('a@b.test'), content: undefined }, 'content', /content parameter is required/],
    [
      'an empty text',
      { ...mailTo('a@b.test'), content: [{ type: 'text/plain', value: '' }] },
      'content.0.value',
      /one character/,
    ],
    ['html first', { ...mailTo('a@b.test'), content: mailTo('').content.toReversed() }, 'content', /first/],
    [
      'one address twice',
      { ...mailTo(''), personalizations: [{ to: [{ email: 'a@b.test' }], cc: [{ email: 'A@b.test' }] }] },
      'personalizations.0',
      /unique between/,
    ],
    ['no JSON', 'nonsense', null, /Bad Request/],
  ])('is refused with %s, in SendGrid’s shape', async (_name, mail, field, message) => {
    const { send, messages } = await createWorld()
    const answer = await send(mail)
    expect(answer.status).toBe(400)
    const { errors } = await answer.json()
    expect(errors[0]).toMatchObject({ field, message: expect.stringMatching(message) })
    expect(await messages()).toEqual([])
  })

  test('in sandbox mode is checked and not sent', async () => {
    const { send, messages } = await createWorld()
    const answer = await send(mailTo('a@b.test', { mail_settings: { sandbox_mode: { enable: true } } }))
    expect(answer.status).toBe(200)
    expect(await messages()).toEqual([])
  })
})

describe('the email activity', () => {
  test('finds a sent mail by its custom arguments and recipient', async () => {
    const { send, findActivity } = await createWorld()
    const sent = await send(
      mailTo('ada@client.test', { custom_args: { delivery_id: 'd-1', tenant: 'acme' } }),
    )
    await send(mailTo('bob@client.test', { custom_args: { delivery_id: 'd-2', tenant: 'acme' } }))
    await send(mailTo('bounce-me@client.test', { custom_args: { tenant: 'acme' } }))

    const found = await (
      await findActivity(`unique_args['delivery_id']="d-1" AND to_email="Ada@client.test"`)
    ).json()
    expect(found).toEqual({
      messages: [
        {
          from_email: 'hello@agency.test',
          msg_id: expect.stringContaining(sent.headers.get('x-message-id')!),
          subject: 'Welcome',
          to_email: 'ada@client.test',
          status: 'delivered',
          opens_count: 0,
          clicks_count: 0,
          last_event_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        },
      ],
    })
    const count = async (query: string) => (await (await findActivity(query)).json()).messages.length
    expect(await count(`unique_args['delivery_id']="d-3"`)).toBe(0)
    expect(await count(`(unique_args['tenant']="acme") AND (status="not_delivered")`)).toBe(1)
    expect(await count(`to_email LIKE "%@client.test" AND to_email != "ada@client.test"`)).toBe(2)
    expect(await count('')).toBe(3)
    expect((await (await findActivity('', '2')).json()).messages).toHaveLength(2)
  })

  test('refuses a query it does not understand', async () => {
    const { findActivity } = await createWorld()
    for (const query of ['nonsense', 'color="red"', 'to_email="a" OR to_email="b"', 'to_email="a']) {
      const answer = await findActivity(query)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ errors: [{ field: 'query' }] })
    }
  })
})

describe('the event webhook', () => {
  const isSigned = (request: Received, publicKey: string) => {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    const signed = Buffer.from(request.headers.get('x-twilio-email-event-webhook-timestamp') + request.body)
    const signature = request.headers.get('x-twilio-email-event-webhook-signature') ?? ''
    return verify('sha256', signed, key, Buffer.from(signature, 'base64'))
  }

  test('tells that a mail is processed and then delivered or bounced, signed', async () => {
    const hook = await serveEndpoint()
    cleanups.push(hook.close)
    const { inbox, send } = await createWorld({ hooks: { sendgrid: `${hook.url}/events` } })
    const mail = mailTo('ada@client.test', { custom_args: { delivery_id: 'd-1' }, categories: ['welcome'] })
    await send({
      ...mail,
      personalizations: [...mail.personalizations, { to: [{ email: 'bounce@client.test' }] }],
    })

    const [processed, ended] = await hook.until(2)
    expect(JSON.parse(processed!.body).map(({ event }: { event: string }) => event)).toEqual([
      'processed',
      'processed',
    ])
    expect(JSON.parse(ended!.body)).toMatchObject([
      { email: 'ada@client.test', event: 'delivered', delivery_id: 'd-1', category: ['welcome'] },
      { email: 'bounce@client.test', event: 'bounce', type: 'bounce', status: '5.1.1' },
    ])
    const [one, other] = [JSON.parse(processed!.body)[0], JSON.parse(ended!.body)[0]]
    expect(one.sg_message_id).toBe(other.sg_message_id)
    expect(one.sg_event_id).not.toBe(other.sg_event_id)
    expect(isSigned(processed!, inbox.sendgridPublicKey)).toBe(true)
    expect(isSigned({ ...processed!, body: `${processed!.body} ` }, inbox.sendgridPublicKey)).toBe(false)
  })

  test('is tried again when nobody takes it', async () => {
    const statuses = [500, 200, 200]
    const hook = await serveEndpoint(() => new Response('', { status: statuses.shift() ?? 200 }))
    cleanups.push(hook.close)
    const { send } = await createWorld({ hooks: { sendgrid: hook.url } })
    await send(mailTo('ada@client.test'))
    const [first, again] = await hook.until(3)
    expect(again!.body).toBe(first!.body)
  })

  test('does not hold up a stop while nobody takes it', async () => {
    const hook = await serveEndpoint(() => new Response('', { status: 500 }))
    cleanups.push(hook.close)
    const { send, stop } = await createWorld({ hooks: { sendgrid: hook.url } })
    await send(mailTo('ada@client.test'))
    await hook.until(2)
    const stoppingAt = performance.now()
    await stop()
    expect(performance.now() - stoppingAt).toBeLessThan(500)
  })
})
