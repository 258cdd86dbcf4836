import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '#workers/sites/templates/index.ts'
import { siteFrom } from './world.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // How it is written, not what it says: the serialiser writes `<br/>`.
    'void-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // A player has the shape of what it plays, which no stylesheet can know.
    'no-inline-style': ['error', { allowedProperties: ['aspect-ratio', 'height'] }],
  },
})

describe.each(await loadTemplates())('the template “$id”', (template) => {
  const site = siteFrom(template)
  test.each(Object.keys(site.documents))('%s is HTML as the standard has it', async (path) => {
    const html = await (await site.visit(path)).text()
    const { results } = await validator.validateString(html)
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    )
    expect(problems).toEqual([])
  })
})
