import * as z from 'zod'
import { Email, Id, Timestamp } from '../core/endpoint.contract.ts'
import { Tags } from '../crm/contacts.contract.ts'

const Line = (max: number) => z.string().trim().max(max)

/** What comes after sending: our page of thanks, words in the form's place, or another address. */
const After = z.strictObject({
  kind: z.enum(['page', 'message', 'redirect']).default('page'),
  message: Line(2000).default(''),
  url: Line(2000)
    .default('')
    .refine(
      (url) => url === '' || /^(?:\/(?!\/)|https:\/\/[^\s/])\S*$/.test(url),
      'Enter a path on the website, like /thanks, or an address that begins with https://.',
    ),
})

const Reply = z.strictObject({
  isOn: z.boolean().default(false),
  subject: Line(200).default(''),
  text: Line(5000).default(''),
})

/** Names of the fields a contact is made from; those left empty are found by their usual names. */
const ContactFields = z.strictObject({
  isOn: z.boolean().default(true),
  email: Line(100).default(''),
  name: Line(100).default(''),
  phone: Line(100).default(''),
  company: Line(100).default(''),
  tags: Tags.default([]),
})

const Notify = z.strictObject({
  owner: z.boolean().default(true).describe('Who owns the agency'),
  memberIds: z.array(Id).max(30).default([]),
  emails: z.array(Email).max(20, 'Name at most twenty addresses.').default([]),
})

export const FormSettings = z
  .strictObject({
    after: After.prefault({}),
    notify: Notify.prefault({}),
    reply: Reply.prefault({}),
    contact: ContactFields.prefault({}),
    opensAt: Timestamp.nullable().default(null),
    closesAt: Timestamp.nullable().default(null),
    maxSubmissions: z.int().min(1).max(1_000_000).nullable().default(null),
    closedMessage: Line(500).default(''),
    spamWords: z.array(Line(100).min(1)).max(200).default([]),
    maxLinks: z.int().min(0).max(50).nullable().default(null),
    keepDays: z
      .int()
      .min(1)
      .max(3650)
      .nullable()
      .default(null)
      .describe('After so many days what was sent is deleted'),
    subscribes: z.boolean().default(false).describe('Who sends it is asked to confirm the newsletter'),
  })
  .superRefine(({ after, reply, opensAt, closesAt }, { addIssue }) => {
    const refuse = (path: string[], message: string) => addIssue({ code: 'custom', path, message })
    if (after.kind === 'message' && !after.message) refuse(['after', 'message'], 'Say what visitors read.')
    if (after.kind === 'redirect' && !after.url) refuse(['after', 'url'], 'Say where visitors are led.')
    if (reply.isOn && !reply.subject) refuse(['reply', 'subject'], 'Give the answer a subject.')
    if (reply.isOn && !reply.text) refuse(['reply', 'text'], 'Write the answer.')
    if (opensAt && closesAt && opensAt >= closesAt) refuse(['closesAt'], 'It closes before it opens.')
  })
export type FormSettings = z.infer<typeof FormSettings>

/** Settings as they are stored: what was never chosen is as it is by default. */
export const formSettingsOf = (stored: unknown): FormSettings => {
  const { success, data } = FormSettings.safeParse(stored)
  return success ? data : FormSettings.parse({})
}
