import type { NewPost } from '#workers/cms/posts.contract.ts'
import type { NewCollection } from '#workers/collections/collections.contract.ts'
import type { NewRedirect } from '#workers/sites/redirects.contract.ts'
import type { NewClient } from '#workers/tenancy/clients.contract.ts'

export interface DemoMessage extends Record<string, string> {
  name: string
  email: string
  message: string
}
export interface DemoClient {
  input: Omit<NewClient, 'website'> & { website: NewClient['website'] & { slug: string } }
  posts: Pick<NewPost, 'title' | 'content' | 'categories' | 'tags'>[]
  messages: DemoMessage[]
  /** What a website gathers in its first weeks. */
  life?: DemoLife
}
export interface DemoComment extends Record<string, string> {
  /** Title of the post it stands below. */
  post: string
  name: string
  email: string
  comment: string
}
export interface DemoLife {
  collection?: { input: Omit<NewCollection, 'key'> & { key: string }; entries: Record<string, unknown>[] }
  redirects?: NewRedirect[]
  /** A second language, with drafts of everything. */
  language?: string
  /** All but the last are approved. */
  comments?: DemoComment[]
  /** What the owner noted about the home page. */
  note?: string
}
export interface DemoAgency {
  name: string
  owner: string
  email: string
  clients: DemoClient[]
}

export const northpeak: DemoAgency = {
  name: 'Northpeak Studio',
  owner: 'Mara Lindqvist',
  email: 'owner@northpeak.test',
  clients: [
    {
      input: {
        clientName: 'Harbor Dental',
        contact: { name: 'Dr. Ada Reyes', email: 'admin@harbordental.test', phone: '+1 555 0142' },
        business: {
          email: 'hello@harbordental.test',
          phone: '+1 555 0142',
          address: '14 Quay Street, Portsmouth',
          hours: 'Monday to Friday, 8 to 18',
          description: 'Gentle dentistry on the quay: same-week appointments and clear fees.',
        },
        website: { template: 'clinic', slug: 'harbordental', features: ['blog', 'forms'] },
      },
      posts: [
        {
          title: 'What a first visit looks like',
          content:
            '<p>Your first visit takes about forty minutes. We look, we listen, and nothing is decided before you have seen a written plan.</p><h2>Before you come</h2><p>Bring a list of the medicines you take, and any recent X-rays. If the dentist makes you nervous, say so when you book: we keep longer appointments for exactly that.</p><h2>In the chair</h2><ul><li>A check-up, tooth by tooth</li><li>X-rays only where they tell us something</li><li>A plain word about what can wait</li></ul><p>You leave with a plan, what each step costs, and no obligation.</p>',
          categories: ['For new patients'],
          tags: ['first visit'],
        },
      ],
      messages: [
        {
          name: 'Rosa Marin',
          email: 'rosa.marin@example.com',
          phone: '+1 555 0188',
          reason: 'A check-up',
          consent: 'yes',
          message: 'I have not been to a dentist in years. Do you have a long first appointment?',
        },
        {
          name: 'Leo Park',
          email: 'leo.park@example.com',
          phone: '',
          reason: 'A visit for my child',
          consent: 'yes',
          message: 'Do you see children, and could two come on the same afternoon?',
        },
        {
          name: 'Noor Khan',
          email: 'noor.khan@example.com',
          phone: '+1 555 0163',
          reason: 'Pain or something broken',
          consent: 'yes',
          message: 'I chipped a tooth this morning. Can someone look at it this week?',
        },
      ],
      life: {
        language: 'es',
        redirects: [
          { from: '/price-list', to: '/fees', status: 301 },
          { from: '/our-team', to: '/about', status: 301 },
        ],
        comments: [
          {
            post: 'What a first visit looks like',
            name: 'Rosa Marin',
            email: 'rosa.marin@example.com',
            comment:
              'I came in terrified and left with a plan on one page. Thank you for the long appointment.',
          },
          {
            post: 'What a first visit looks like',
            name: 'Tom Ashby',
            email: 'tom.ashby@example.com',
            comment: 'Are X-rays from another practice any use if they are two years old?',
          },
        ],
        note: 'Ada asked for a photograph of the new room here, once the painters are done.',
      },
    },
    {
      input: {
        clientName: 'Fjord Coffee Roasters',
        contact: { name: 'Ivo Lind', email: 'ivo@fjordcoffee.test' },
        business: {
          email: 'hello@fjordcoffee.test',
          phone: '+1 555 0119',
          address: '3 Mill Lane, Bergen',
          hours: 'Every day, 7 to 17',
          description: 'A roastery with a kitchen and eleven tables.',
        },
        website: { template: 'hearth', slug: 'fjordcoffee', features: ['blog', 'forms', 'newsletter'] },
      },
      posts: [],
      messages: [
        {
          name: 'Hana Weiss',
          email: 'hana.weiss@example.com',
          phone: '+1 555 0126',
          when: 'The twelfth, around noon',
          guests: '7 or more',
          message: 'A table for nine on the twelfth, around noon?',
        },
      ],
      life: {
        collection: {
          input: {
            key: 'coffees',
            name: 'Coffees',
            singular: 'Coffee',
            icon: 'product',
            fields: [
              { key: 'name', label: 'Name', kind: 'text', isRequired: true, isUnique: true, help: '' },
              { key: 'origin', label: 'Origin', kind: 'text', isRequired: false, help: '' },
              {
                ...{ key: 'roast', label: 'Roast', kind: 'choice', isRequired: true, help: '' },
                options: [
                  { value: 'light', label: 'Light' },
                  { value: 'medium', label: 'Medium' },
                  { value: 'dark', label: 'Dark' },
                ],
              },
              {
                ...{ key: 'price', label: 'Price of 250 g', kind: 'money', isRequired: true, help: '' },
                currency: 'NOK',
              },
              { key: 'notes', label: 'Tastes of', kind: 'longText', isRequired: false, help: '' },
            ],
            isPublic: true,
          },
          entries: [
            {
              ...{ name: 'Kochere', origin: 'Ethiopia', roast: 'light', price: 12900 },
              notes: 'Bergamot, peach, black tea.',
            },
            {
              ...{ name: 'Finca El Puente', origin: 'Honduras', roast: 'medium', price: 11900 },
              notes: 'Toffee, red apple.',
            },
            {
              ...{ name: 'Gitesi', origin: 'Rwanda', roast: 'light', price: 13400 },
              notes: 'Blackcurrant, brown sugar.',
            },
            {
              ...{ name: 'Mill Lane', origin: 'Brazil and Colombia', roast: 'dark', price: 9900 },
              notes: 'The house espresso: cocoa, hazelnut, no surprises.',
            },
            {
              ...{ name: 'Sugar Cane Decaf', origin: 'Colombia', roast: 'medium', price: 12400 },
              notes: 'Milk chocolate, orange. For after four.',
            },
          ],
        },
      },
    },
    {
      input: {
        clientName: 'Lumen Interiors',
        contact: { name: 'Elise Moreau', email: 'elise@lumen.test' },
        business: {
          email: 'studio@lumen.test',
          phone: '+1 555 0171',
          description: 'Interiors for small rooms with large windows.',
        },
        website: { template: 'studio', slug: 'lumen', features: ['blog', 'forms'] },
      },
      posts: [],
      messages: [],
    },
  ],
}

export const rival: DemoAgency = {
  name: 'Rival Digital',
  owner: 'Jun Tan',
  email: 'owner@rival.test',
  clients: [
    {
      input: {
        clientName: 'Castellan Law',
        contact: { name: 'Omar Silva', email: 'omar@castellanlaw.test' },
        business: {
          email: 'office@castellanlaw.test',
          phone: '+1 555 0150',
          address: '88 Court Road, Leeds',
          description: 'A small firm for tenants and small employers.',
        },
        website: { template: 'studio', slug: 'castellanlaw', features: ['blog', 'forms'] },
      },
      posts: [],
      messages: [
        {
          name: 'Pia Duarte',
          email: 'pia.duarte@example.com',
          phone: '',
          kind: 'I am not sure yet',
          message: 'My landlord wants to end the lease early. Could we speak this week?',
        },
      ],
    },
  ],
}
