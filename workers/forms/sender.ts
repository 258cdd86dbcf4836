import type { FormSettings } from './form-settings.contract.ts'

export interface Sender {
  name: string
  email: string | null
  firstName: string
  lastName: string
  phone: string
  company: string
}

/** Who wrote: from the fields the form says, else from the names forms give their fields. */
export function senderOf(values: Readonly<Record<string, string>>, { contact }: FormSettings): Sender {
  const given = contact.name
    ? values[contact.name]
    : (values.name ?? [values.first_name, values.last_name].filter(Boolean).join(' '))
  const name = (given ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 240)
  const [firstName = '', ...rest] = name.split(' ')
  const email = values[contact.email || 'email'] ?? ''
  return {
    name,
    email: /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    firstName: firstName.slice(0, 120),
    lastName: rest.join(' ').slice(0, 120),
    phone: (values[contact.phone || 'phone'] ?? '').slice(0, 40),
    company: (values[contact.company || 'company'] ?? '').slice(0, 120),
  }
}

type Asked = readonly { name: string; label: string }[]

/** What was sent in the words of what was asked. Two questions of one label are told apart by a number. */
export function labelled(asked: Asked, values: Readonly<Record<string, string>>): [string, string][] {
  const seen = new Map<string, number>()
  return asked.flatMap(({ name, label }): [string, string][] => {
    const value = values[name]
    if (!value) return []
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return [[count === 1 ? label : `${label} (${count})`, value]]
  })
}
