import type { Message, NewMessage } from './messages.ts'

export type TwilioError = { code: number; message: string; status: number; more_info: string }

const PHONE = /^\+[1-9]\d{6,14}$/

/** The numbers Twilio's test credentials know, and what sending to them is answered with. */
const REFUSED_RECIPIENTS: Record<string, [code: number, message: string]> = {
  '+15005550001': [21211, "The 'To' number +15005550001 is not a valid phone number."],
  '+15005550002': [21612, "The 'To' phone number +15005550002 is not currently reachable via SMS."],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region of +15005550003.'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
}

const REFUSED_SENDERS: Record<string, [code: number, message: string]> = {
  '+15005550001': [21212, "The 'From' number +15005550001 is not a valid phone number or shortcode."],
  '+15005550007': [21606, "The 'From' phone number provided is not a valid message-capable phone number."],
  '+15005550008': [21611, 'The source phone number has exceeded the maximum number of queued messages.'],
}

export function twilioError(status: number, code: number, message: string): TwilioError {
  return { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` }
}

/** What is wrong with the parameters of a new SMS, if anything. */
export function findSmsError(form: Record<string, string>): TwilioError | undefined {
  const { To: to = '', From: from = '', MessagingServiceSid: service = '', Body: body = '' } = form
  const refused = REFUSED_RECIPIENTS[to] ?? (service ? undefined : REFUSED_SENDERS[from])
  const checks: [isWrong: boolean, code: number, message: string][] = [
    [to === '', 21604, "A 'To' phone number is required."],
    [from === '' && service === '', 21603, "A 'From' phone number is required."],
    [body === '' && !form.MediaUrl, 21602, 'Message body is required.'],
    [body.length > 1_600, 21617, 'The concatenated message body exceeds the 1600 character limit'],
    [!PHONE.test(to), 21211, `Invalid 'To' Phone Number: ${to}`],
    [refused !== undefined, refused?.[0] ?? 0, refused?.[1] ?? ''],
  ]
  const wrong = checks.find(([isWrong]) => isWrong)
  return wrong && twilioError(400, wrong[1], wrong[2])
}

export function toSms(form: Record<string, string>, sid: string): NewMessage {
  const { To: to = '', From: from = '', MessagingServiceSid: service, Body: text } = form
  return {
    kind: 'sms',
    vendorId: sid,
    from: { email: from || (service ?? '') },
    replyTo: undefined,
    to: [{ email: to }],
    cc: [],
    bcc: [],
    subject: '',
    text,
    html: undefined,
    headers: {},
    customArgs: service ? { MessagingServiceSid: service } : {},
    categories: [],
    attachments: [],
  }
}

/** An SMS as Twilio's Message resource. */
export function smsResource(message: Message, accountSid: string, status: string) {
  const { vendorId: sid, text = '', customArgs, receivedAt } = message
  const service = customArgs.MessagingServiceSid ?? null
  const isFailed = status === 'undelivered'
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`
  return {
    sid,
    account_sid: accountSid,
    messaging_service_sid: service,
    to: message.to[0]?.email,
    from: service ? null : message.from.email,
    body: text,
    status,
    direction: 'outbound-api',
    num_segments: String(countSegments(text)),
    num_media: '0',
    date_created: rfc2822(receivedAt),
    date_updated: rfc2822(receivedAt),
    date_sent: status === 'queued' || status === 'accepted' ? null : rfc2822(receivedAt),
    price: null,
    price_unit: 'USD',
    error_code: isFailed ? UNREACHABLE.code : null,
    error_message: isFailed ? UNREACHABLE.message : null,
    api_version: '2010-04-01',
    uri: `${uri}.json`,
    subresource_uris: { media: `${uri}/Media.json` },
  }
}

export const UNREACHABLE = { code: 30003, message: 'Unreachable destination handset' }

/** How an SMS ends; a number that ends in 0000 cannot be reached. */
export function finalStatus(message: Message): 'delivered' | 'undelivered' {
  return message.to[0]?.email.endsWith('0000') ? 'undelivered' : 'delivered'
}

/** Parts of 160 characters, or of 70 when one is beyond Latin; several parts are shorter, they carry a header. */
function countSegments(text: string): number {
  const isLatin = /^[\n\r\x20-\x7e£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà€¡¤]*$/.test(text)
  const [single, several] = isLatin ? [160, 153] : [70, 67]
  return text.length <= single ? 1 : Math.ceil(text.length / several)
}

function rfc2822(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000')
}
