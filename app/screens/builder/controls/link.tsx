import { TextField } from '../../../ui/field.tsx'
import { AddressField } from './address-field.tsx'
import { type ControlProps, textOf } from './control.ts'
import { Group } from './group.tsx'
import { useAddresses } from './use-addresses.ts'

export function LinkControl({ hints, value, path, write, around }: ControlProps) {
  const known = useAddresses(around)
  const link = linkOf(value)
  const name = path.join('.')
  return (
    <Group label={hints.label}>
      <TextField
        name={`${name}.label`}
        label="Text"
        autocomplete="off"
        value={link.label}
        onChange={(label) => write(path, { ...link, label })}
      />
      <AddressField
        name={`${name}.href`}
        label="Leads to"
        value={link.href}
        known={known}
        onChange={(href) => write(path, { ...link, href })}
      />
      {isHalf(link) && (
        <p class="text-12 text-fg-3">Visitors see it once it has both a text and an address.</p>
      )}
    </Group>
  )
}

interface Link {
  label: string
  href: string
}

function linkOf(value: unknown): Link {
  const { label, href } = (value ?? {}) as Partial<Record<keyof Link, unknown>>
  return { label: textOf(label), href: textOf(href) }
}

const isHalf = ({ label, href }: Link): boolean => Boolean(label.trim()) !== Boolean(href.trim())
