import { describe, expect, test } from 'vitest'
import { SPAM_TRAP_FIELD } from '#workers/forms/published-form.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { siteFrom } from './world.ts'

const sent = {
  path: '/contact',
  formId: 'form-1',
  values: {
    name: 'Ada "the" <b>',
    email: 'nobody',
    message: '\nSecond line',
    reason: 'A check-up',
    consent: 'yes',
  },
  errors: { email: 'no_email' },
}
const send = (body: unknown, type = 'application/json') =>
  siteFrom(clinic).visit('/_dde/render/form', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': type },
  })

describe('a form on a page', () => {
  test('posts to the site’s own host with its page, and can be filled in by people only', async () => {
    const html = await (await siteFrom(clinic).visit('/contact')).text()
    expect(html).toMatch(
      /<form id="form-form-2" class="form" method="post" action="\/_dde\/forms\/form-1#form-form-2">/,
    )
    expect(html).toContain('<input type="hidden" name="path" value="/contact"')
    const trap = new RegExp(
      `<p class="trap" aria-hidden="true">.*name="${SPAM_TRAP_FIELD}" tabindex="-1" autocomplete="off"`,
    )
    expect(html).toMatch(trap)
    expect(html).not.toContain(' aria-invalid=')
  })
})

describe('a form that has to be put right', () => {
  test('is shown again with what was written', async () => {
    const response = await send(sent)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain('value="Ada &quot;the&quot; &lt;b>"')
    expect(html).toContain('>\n\nSecond line</textarea>')
    expect(html).toMatch(/<option value="A check-up" selected>/)
    expect(html).toMatch(/type="checkbox"[^>]* checked/)
  })

  test('says what is wrong, at the field and in a summary that is heard', async () => {
    const html = await (await send(sent)).text()
    expect(html).toMatch(/<div class="problems" role="alert" tabindex="-1" autofocus>/)
    const [, id] =
      /<a href="#([^"]+)">[^<]+: please enter a full address, like name@example\.com\.<\/a>/.exec(html) ?? []
    expect(html).toMatch(
      new RegExp(`<input id="${id}"[^>]*aria-invalid="true" aria-describedby="${id}-wrong"`),
    )
    expect(html).toMatch(new RegExp(`<p class="wrong" id="${id}-wrong">[^<]+: please enter a full address`))
    expect(html).toContain('<title>Please check the form: ')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  test('can carry a notice about the whole', async () => {
    const html = await (await send({ ...sent, errors: {}, notice: 'Please wait a minute.' })).text()
    expect(html).toContain('<b>Please wait a minute.</b>')
  })

  test('says what is wrong on a page of its own when its page is gone or has no such form', async () => {
    for (const change of [{ path: '/gone' }, { formId: 'another' }, { path: '/about' }]) {
      const response = await send({ ...sent, ...change })
      expect(response.status).toBe(422)
      expect(await response.text()).toMatch(
        /That did not go through[\s\S]*Please go back and try once more\./,
      )
    }
  })

  test('is refused when it cannot be read', async () => {
    expect((await send('{')).status).toBe(400)
    expect((await send({ path: '/contact' })).status).toBe(400)
    expect((await send(sent, 'text/plain')).status).toBe(400)
  })
})
