import type { NewPost } from '#workers/cms/posts.contract.ts'
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
