import { noSettings } from '../config-schema.contract.ts'
import { AUTHOR, type ShippedPlugin } from './shipped-plugin.ts'

export const forms: ShippedPlugin = {
  key: 'forms',
  isOnByDefault: true,
  manifest: {
    name: 'Forms',
    description:
      'Forms that visitors send: who writes becomes a contact, the agency is told by mail, and what was sent is kept with the website.',
    version: '1.0.0',
    author: AUTHOR,
    icon: 'question',
    capabilities: ['blocks', 'submissions:read'],
    config: noSettings,
    configVersion: 1,
    configMigrations: [],
    collections: [],
    blocks: [
      { key: 'form', label: 'Form', summary: 'One of the site’s forms.', props: noSettings },
      {
        key: 'hero-form',
        label: 'Opening with a form',
        summary: 'A headline beside a form.',
        props: noSettings,
      },
      { key: 'newsletter', label: 'Newsletter', summary: 'Asks for an address.', props: noSettings },
    ],
    pages: [],
    events: [],
  },
}
