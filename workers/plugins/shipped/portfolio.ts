import { CollectionFields } from '../../collections/fields.contract.ts'
import type { PageDocument } from '../../sites/page-document.contract.ts'
import { noSettings } from '../config-schema.contract.ts'
import { AUTHOR, type ShippedPlugin } from './shipped-plugin.ts'

/** Key of the collection the plugin brings. */
export const PROJECTS = 'projects'

const fields = CollectionFields.parse([
  { key: 'name', label: 'Name', kind: 'text', isRequired: true, max: 120 },
  {
    key: 'summary',
    label: 'In short',
    kind: 'longText',
    max: 400,
    help: 'Two or three sentences, shown on the card.',
  },
  { key: 'picture', label: 'Main picture', kind: 'picture' },
  { key: 'category', label: 'Kind of work', kind: 'text', max: 60 },
  { key: 'client', label: 'For whom', kind: 'text', max: 120 },
  { key: 'year', label: 'Year', kind: 'number', isWhole: true, min: 1900, max: 2200 },
  {
    key: 'pictures',
    label: 'More pictures',
    kind: 'group',
    fields: [
      { key: 'picture', label: 'Picture', kind: 'picture' },
      { key: 'caption', label: 'Caption', kind: 'text', max: 160 },
    ],
  },
  { key: 'story', label: 'Story', kind: 'html' },
  { key: 'link', label: 'Address of the work', kind: 'link' },
])

const portfolioPage: PageDocument = {
  version: 1,
  root: ['head', 'work', 'next'],
  nodes: {
    head: {
      type: 'heading',
      version: 1,
      props: { heading: 'Our work', text: 'What we made lately, and for whom.' },
    },
    work: { type: 'projects', version: 1, props: { heading: '', text: '' } },
    next: {
      type: 'cta',
      version: 1,
      props: {
        heading: 'Shall yours be next?',
        text: 'Tell us what you have in mind.',
        primary: { label: 'Write to us', href: '/contact' },
      },
      style: { tone: 'brand' },
    },
  },
}

export const portfolio: ShippedPlugin = {
  key: 'portfolio',
  isOnByDefault: false,
  manifest: {
    name: 'Portfolio',
    description:
      'Shows finished work: a collection of projects with pictures, a grid of them, a whole project on a page, and a page to begin with.',
    version: '1.0.0',
    author: AUTHOR,
    icon: 'project',
    capabilities: ['collections', 'blocks', 'pages'],
    config: {
      type: 'object',
      properties: {
        order: {
          type: 'string',
          title: 'Order of projects',
          description: 'How they stand wherever they are shown.',
          enum: ['As arranged', 'Newest first', 'By name'],
          maxLength: 100,
          default: 'As arranged',
        },
        hasDetails: {
          type: 'boolean',
          title: 'Show client and year on cards',
          default: true,
        },
      },
      required: [],
    },
    configVersion: 1,
    configMigrations: [],
    collections: [
      { key: PROJECTS, name: 'Projects', singular: 'Project', icon: 'project', fields, titleField: 'name' },
    ],
    blocks: [
      {
        key: 'projects',
        label: 'Projects',
        summary: 'Projects as cards with their pictures.',
        props: noSettings,
      },
      {
        key: 'project',
        label: 'Project',
        summary: 'One project with its pictures and story.',
        props: noSettings,
      },
    ],
    pages: [{ title: 'Portfolio', path: '/portfolio', document: portfolioPage }],
    events: [],
  },
}
