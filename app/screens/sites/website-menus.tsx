import { Menu as MenuIcon } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Menu, type MenuPlace, menusApi } from '#workers/sites/menus.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { WebsiteProps } from './website.tsx'

const places: { place: MenuPlace; label: string }[] = [
  { place: 'primary', label: 'Header' },
  { place: 'footer', label: 'Footer' },
]
const labelOf = (place: MenuPlace) => places.find((each) => each.place === place)?.label ?? place

export function WebsiteMenus({ website, reload }: WebsiteProps) {
  const menus = useResource(menusApi.list, { params: { id: website.id } })
  if (!menus.data) {
    return menus.problem ? (
      <Failed problem={menus.problem} onRetry={menus.reload} />
    ) : (
      <SkeletonLines lines={6} />
    )
  }
  const { items } = menus.data
  if (items.length === 0) {
    return (
      <div class="card">
        <Empty icon={<MenuIcon />} title="No menus yet">
          Menus come from the template, or with an import.
        </Empty>
      </div>
    )
  }
  return (
    <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
      <MenuChoice
        websiteId={website.id}
        menus={items}
        onChosen={(next) => {
          menus.patch(() => next)
          reload()
        }}
      />
      <div class="grid items-start gap-4 sm:grid-cols-2">
        {items.map((menu) => (
          <MenuCard key={menu.id} menu={menu} />
        ))}
      </div>
    </div>
  )
}

function MenuCard({ menu: { name, isImported, places: drawn, entries } }: { menu: Menu }) {
  return (
    <Card
      title={name}
      isFlush
      actions={
        <span class="flex gap-1.5">
          {isImported && <Badge>Imported</Badge>}
          {drawn.map((place) => (
            <Badge key={place} tone="brand">
              {labelOf(place)}
            </Badge>
          ))}
        </span>
      }
    >
      {entries.length === 0 && <p class="px-4 py-3 text-fg-3">This menu has no entries.</p>}
      <ul class="py-2">
        {entries.map(({ label, href, depth }, position) => (
          <li
            // A menu may name the same page twice; its place is all that tells the two apart.
            key={position}
            class="flex items-baseline justify-between gap-3 py-1 pr-4"
            style={{ paddingLeft: `${16 + Math.min(depth, 6) * 16}px` }}
          >
            <span class="max-w-2/3 flex-none truncate">{label}</span>
            <span class="code min-w-0 truncate text-fg-3">{href}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface MenuChoiceProps {
  websiteId: string
  menus: Menu[]
  onChosen: (menus: { items: Menu[] }) => void
}

function MenuChoice({ websiteId, menus, onChosen }: MenuChoiceProps) {
  const may = useMay()
  const [busy, setBusy] = useState<MenuPlace | undefined>()
  if (!may('sites:write')) return null

  const choose = async (place: MenuPlace, menuId: string) => {
    setBusy(place)
    try {
      onChosen(await call(menusApi.choose, { params: { id: websiteId }, body: { [place]: menuId } }))
      toast(`${labelOf(place)} menu chosen. Publish to show it.`)
    } catch (thrown) {
      toastProblem(thrown, 'The menu was not changed')
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Card title="Where they are drawn">
      <div class="grid gap-3">
        {places.map(({ place, label }) => (
          <SelectField
            key={place}
            name={place}
            label={label}
            value={menus.find((menu) => menu.places.includes(place))?.id ?? ''}
            options={menus.map(({ id, name }) => ({ value: id, label: name }))}
            disabled={busy === place}
            onChange={(menuId) => choose(place, menuId)}
          />
        ))}
        <p class="text-12 text-fg-3">Visitors see a change when you publish.</p>
      </div>
    </Card>
  )
}
