import * as z from 'zod'
import type { Attachment, NewMessage } from './messages.ts'

/** SendGrid's own words for what is wrong with a mail. */
const WORDS = {
  personalizations: 'The personalizations field is required and must have at least one personalization.',
  tooMany:
    'The personalization block is limited to 1000 personalizations per API request. Please consider splitting this into multiple requests and resending your request.',
  to: 'The to array is required for all personalization objects, and must have at least one email object with a valid email address.',
  email: 'Does not contain a valid address.',
  from: 'The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {"email" : "example@example.com"}  or {"email" : "example@example.com", "name" : "Example Recipient"}.',
  subject:
    'The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.',
  content:
    'Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.',
  contentValue: 'The content value must be a string at least one character in length.',
  contentOrder: 'If present, text/plain and text/html may only be provided once, text/plain first.',
  attachment: 'The attachment content is required and must be Base64.',
  filename: 'The attachment filename parameter is required.',
}

const Email = z.string(WORDS.email).regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, WORDS.email)
const AddressBody = z.object({ email: Email, name: z.string().optional() })
const Texts = z.record(z.string(), z.coerce.string()).default({})

const Personalization = z.object({
  to: z.array(AddressBody, WORDS.to).min(1, WORDS.to),
  cc: z.array(AddressBody).default([]),
  bcc: z.array(AddressBody).default([]),
  from: AddressBody.optional(),
  subject: z.string().min(1).optional(),
  headers: Texts,
  custom_args: Texts,
  substitutions: Texts,
})

const AttachmentBody = z.object({
  content: z.base64(WORDS.attachment).min(1, WORDS.attachment),
  filename: z.string(WORDS.filename).min(1, WORDS.filename),
  type: z.string().default('application/octet-stream'),
  disposition: z.string().default('attachment'),
  content_id: z.string().optional(),
})

const Content = z.object({
  type: z.string().min(1),
  value: z.string(WORDS.contentValue).min(1, WORDS.contentValue),
})

const MailBody = z
  .object({
    personalizations: z
      .array(Personalization, WORDS.personalizations)
      .min(1, WORDS.personalizations)
      .max(1_000, WORDS.tooMany),
    from: z.object({ email: z.string(WORDS.from).pipe(Email), name: z.string().optional() }, WORDS.from),
    reply_to: AddressBody.optional(),
    subject: z.string().optional(),
    content: z.array(Content).default([]),
    attachments: z.array(AttachmentBody).default([]),
    template_id: z.string().optional(),
    headers: Texts,
    custom_args: Texts,
    categories: z.array(z.string()).max(10).default([]),
    mail_settings: z.object({ sandbox_mode: z.object({ enable: z.boolean() }).optional() }).optional(),
  })
  .superRefine((mail, refinement) => {
    for (const { path, message } of findContradictions(mail))
      refinement.addIssue({ code: 'custom', path, message })
  })

type MailBody = z.infer<typeof MailBody>

export type Problem = { message: string; field: string | null; help: string | null }

export type Mail = { messages: NewMessage[]; isSandboxed: boolean }

/** Reads the body of a mail send: the messages it means, one for each personalization, or what is wrong with it. */
export function readMail(body: unknown, vendorId: string): Mail | { problems: Problem[] } {
  if (typeof body !== 'object') return { problems: [{ message: 'Bad Request', field: null, help: null }] }
  const parsed = MailBody.safeParse(body)
  if (!parsed.success) return { problems: parsed.error.issues.map(toProblem) }

  const mail = parsed.data
  const messages = mail.personalizations.map((personalization) => toMessage(mail, personalization, vendorId))
  return { messages, isSandboxed: mail.mail_settings?.sandbox_mode?.enable ?? false }
}

function findContradictions(mail: MailBody): { path: (string | number)[]; message: string }[] {
  const types = mail.content.map(({ type }) => type)
  const known = types.filter((type) => type === 'text/plain' || type === 'text/html')
  const isInOrder = ['', 'text/plain', 'text/html', 'text/plain,text/html'].includes(known.join())
  const hasSubject = Boolean(mail.subject) || mail.personalizations.every(({ subject }) => subject)

  const duplicates = mail.personalizations.flatMap(({ to, cc, bcc }, index) => {
    const emails = [...to, ...cc, ...bcc].map(({ email }) => email.toLowerCase())
    const duplicate = emails.find((email, at) => emails.indexOf(email) < at)
    const message = `Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [${duplicate}] in the personalizations.${index} field.`
    return duplicate ? [{ path: ['personalizations', index], message }] : []
  })
  return [
    ...(hasSubject || mail.template_id ? [] : [{ path: ['subject'], message: WORDS.subject }]),
    ...(mail.content.length > 0 || mail.template_id ? [] : [{ path: ['content'], message: WORDS.content }]),
    ...(isInOrder ? [] : [{ path: ['content'], message: WORDS.contentOrder }]),
    ...duplicates,
  ]
}

function toProblem({ path, message }: { path: PropertyKey[]; message: string }): Problem {
  const field = path[0] === 'from' ? 'from.email' : path.join('.')
  const anchor = path.filter((part) => typeof part === 'string').join('.')
  const help = `http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.${anchor}`
  return { message, field: field || null, help: anchor ? help : null }
}

function toMessage(mail: MailBody, one: z.infer<typeof Personalization>, vendorId: string): NewMessage {
  const substitute = (text: string) =>
    Object.entries(one.substitutions).reduce((done, [tag, value]) => done.replaceAll(tag, value), text)
  const contentOf = (type: string) => {
    const value = mail.content.find((content) => content.type === type)?.value
    return value === undefined ? undefined : substitute(value)
  }
  return {
    kind: 'mail',
    vendorId,
    from: one.from ?? mail.from,
    replyTo: mail.reply_to,
    to: one.to,
    cc: one.cc,
    bcc: one.bcc,
    subject: substitute(one.subject ?? mail.subject ?? `Template ${mail.template_id}`),
    text: contentOf('text/plain'),
    html: contentOf('text/html'),
    headers: { ...mail.headers, ...one.headers },
    customArgs: { ...mail.custom_args, ...one.custom_args },
    categories: mail.categories,
    attachments: mail.attachments.map(toAttachment),
  }
}

function toAttachment(attachment: z.infer<typeof AttachmentBody>): Attachment {
  const { filename, type, disposition, content, content_id } = attachment
  return {
    filename,
    type,
    disposition,
    contentId: content_id,
    sizeBytes: Buffer.from(content, 'base64').byteLength,
  }
}
