import type * as z from 'zod'
import type { NewCollection } from '#workers/collections/collections.contract.ts'

export type CollectionDraft = z.input<typeof NewCollection>
type Field = CollectionDraft['fields'][number]

export interface Preset {
  id: string
  /** What it is for, in one line. */
  summary: string
  collection: CollectionDraft
}

const text = (key: string, label: string, rest: Partial<Field> = {}): Field => ({
  key,
  label,
  kind: 'text',
  ...rest,
})
const field = (key: string, label: string, kind: Field['kind'], rest: Partial<Field> = {}): Field => ({
  ...{ key, label, kind },
  ...rest,
})
const choices = (...labels: string[]) =>
  labels.map((label) => ({
    value: label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, ''),
    label,
  }))
const name: Field = text('name', 'Name', { isRequired: true, max: 120 })

/** Collections to start from; everything about them can be changed after. */
export const presets: readonly Preset[] = [
  {
    id: 'team',
    summary: 'Who works here, with a picture and how to reach them',
    collection: {
      ...{ name: 'Team', singular: 'Person', icon: 'team' },
      fields: [
        name,
        text('role', 'Role'),
        field('photo', 'Photo', 'picture'),
        field('about', 'About', 'longText', { max: 600 }),
        field('email', 'E-mail', 'email'),
        text('phone', 'Phone', { max: 40 }),
      ],
    },
  },
  {
    id: 'menu',
    summary: 'Dishes and drinks with prices, courses and diets',
    collection: {
      ...{ name: 'Menu', singular: 'Dish', icon: 'menu' },
      fields: [
        name,
        field('description', 'Description', 'longText', { max: 300 }),
        field('price', 'Price', 'money', { currency: 'EUR', min: 0 }),
        field('course', 'Course', 'choice', { options: choices('Starters', 'Mains', 'Desserts', 'Drinks') }),
        field('diet', 'Diet', 'choice', {
          isMany: true,
          options: choices('Vegetarian', 'Vegan', 'Gluten-free'),
        }),
        field('photo', 'Photo', 'picture'),
      ],
    },
  },
  {
    id: 'properties',
    summary: 'Houses and flats with price, size, place and pictures',
    collection: {
      ...{ name: 'Properties', singular: 'Property', icon: 'home' },
      fields: [
        text('name', 'Title', { isRequired: true, max: 120 }),
        field('offer', 'Offer', 'choice', { options: choices('For sale', 'To let') }),
        field('price', 'Price', 'money', { currency: 'EUR', min: 0 }),
        field('rooms', 'Rooms', 'number', { min: 0 }),
        field('area', 'Area', 'number', { min: 0, unit: 'm²' }),
        field('place', 'Place', 'location'),
        field('photo', 'Photo', 'picture'),
        field('description', 'Description', 'html'),
        field('free', 'Free from', 'date'),
      ],
    },
  },
  {
    id: 'projects',
    summary: 'Work to show: for whom, when, and what came of it',
    collection: {
      ...{ name: 'Projects', singular: 'Project', icon: 'project' },
      fields: [
        name,
        text('client', 'Client'),
        field('photo', 'Picture', 'picture'),
        field('summary', 'Summary', 'longText', { max: 400 }),
        field('story', 'Story', 'html'),
        field('finished', 'Finished', 'date'),
        field('address', 'Address on the web', 'link'),
      ],
    },
  },
  {
    id: 'events',
    summary: 'What happens when and where, with tickets',
    collection: {
      ...{ name: 'Events', singular: 'Event', icon: 'calendar' },
      fields: [
        text('name', 'Title', { isRequired: true, max: 120 }),
        field('begins', 'Begins', 'dateTime', { isRequired: true }),
        field('ends', 'Ends', 'dateTime'),
        field('place', 'Place', 'location'),
        field('description', 'Description', 'html'),
        field('photo', 'Picture', 'picture'),
        field('tickets', 'Tickets', 'link'),
      ],
    },
  },
  {
    id: 'faq',
    summary: 'Questions people ask, and what you answer',
    collection: {
      ...{ name: 'Questions', singular: 'Question', icon: 'question', key: 'faq' },
      fields: [
        text('question', 'Question', { isRequired: true, max: 200 }),
        field('answer', 'Answer', 'html', { isRequired: true }),
        text('topic', 'Topic', { max: 60 }),
      ],
    },
  },
  {
    id: 'products',
    summary: 'Things you sell or show, with prices and numbers',
    collection: {
      ...{ name: 'Products', singular: 'Product', icon: 'product' },
      fields: [
        name,
        text('number', 'Article number', { isUnique: true, max: 60 }),
        field('price', 'Price', 'money', { currency: 'EUR', min: 0 }),
        field('available', 'Available', 'boolean', { default: true }),
        field('photo', 'Photo', 'picture'),
        field('description', 'Description', 'html'),
        field('details', 'Details', 'group', {
          fields: [
            { key: 'label', label: 'What', kind: 'text', isRequired: true },
            { key: 'value', label: 'How much', kind: 'text' },
          ],
        }),
      ],
    },
  },
  {
    id: 'empty',
    summary: 'Begin with a name and add fields of your own',
    collection: { name: '', singular: '', icon: 'list', fields: [name] },
  },
]
