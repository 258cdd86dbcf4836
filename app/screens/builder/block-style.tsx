import type { ComponentChildren } from 'preact'
import type { Block, StyleName } from '#sites/blocks/block.ts'
import type { JsonValue, NodeStyle, PageNode, ScreenStyle } from '#workers/sites/page-document.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import { Segmented } from '../../ui/tabs.tsx'
import { AnchorField } from './anchor-field.tsx'
import type { Around } from './controls/control.ts'
import { HideField } from './hide-field.tsx'
import { Aligned, Padded, Swatch, Wide } from './style-pictures.tsx'

interface BlockStyleProps {
  block: Block
  node: PageNode
  around: Around
}

type PicturedStyle = Exclude<StyleName, 'anchor'>
interface Look {
  value: string
  title: string
  picture: ComponentChildren
}
interface StyleChoice {
  label: string
  /** How a block looks that says nothing else. */
  fallback: string
  looks: readonly Look[]
}

const styleChoices = ({ colors }: Theme): Record<PicturedStyle, StyleChoice> => ({
  tone: {
    label: 'Tone',
    fallback: 'default',
    looks: [
      { value: 'default', title: 'Plain', picture: <Swatch back={colors.background} text={colors.ink} /> },
      { value: 'muted', title: 'Muted', picture: <Swatch back={colors.muted} text={colors.ink} /> },
      { value: 'brand', title: 'Brand', picture: <Swatch back={colors.brand} text={colors.onBrand} /> },
      { value: 'ink', title: 'Dark', picture: <Swatch back={colors.ink} text={colors.background} /> },
    ],
  },
  padding: {
    label: 'Space above and below',
    fallback: 'medium',
    looks: [
      { value: 'none', title: 'None', picture: <Padded space={0} /> },
      { value: 'small', title: 'Small', picture: <Padded space={2} /> },
      { value: 'medium', title: 'Medium', picture: <Padded space={4} /> },
      { value: 'large', title: 'Large', picture: <Padded space={6} /> },
    ],
  },
  width: {
    label: 'Width',
    fallback: 'normal',
    looks: [
      { value: 'narrow', title: 'Narrow', picture: <Wide width={8} /> },
      { value: 'normal', title: 'Normal', picture: <Wide width={14} /> },
      { value: 'wide', title: 'Wide', picture: <Wide width={20} /> },
    ],
  },
  align: {
    label: 'Text alignment',
    fallback: 'start',
    looks: [
      { value: 'start', title: 'At the start', picture: <Aligned /> },
      { value: 'center', title: 'Centred', picture: <Aligned isCentred /> },
    ],
  },
})

/** The looks a block may be given, drawn in the colours of its website; those that may differ, for the screen looked at. */
export function BlockStyle({ block, node, around }: BlockStyleProps) {
  const screen = around.editor.device.value
  const set = (name: keyof NodeStyle, value: JsonValue | undefined) =>
    around.editor.setStyle(around.nodeId, name, value)
  return (
    <div class="grid grid-cols-1 gap-4 px-4 pt-4 pb-8">
      {screen === 'desktop' ? (
        <Looks {...{ block, node, around, set }} />
      ) : (
        <LooksOnScreen {...{ block, node, around, set, screen }} />
      )}
      <HideField hidden={node.style?.hide ?? []} onChange={(hidden) => set('hide', hidden)} />
    </div>
  )
}

interface LooksProps extends BlockStyleProps {
  set: (name: keyof NodeStyle, value: JsonValue | undefined) => void
}

function Looks({ block, node, around, set }: LooksProps) {
  const choices = styleChoices(around.canvas.site.theme)
  return block.styles.map((name) =>
    name === 'anchor' ? (
      <AnchorField
        key={name}
        value={node.style?.anchor}
        around={around}
        onChange={(next) => set(name, next)}
      />
    ) : (
      <StyleField
        key={name}
        choice={choices[name]}
        value={node.style?.[name]}
        onChange={(next) => set(name, next)}
      />
    ),
  )
}

const differing = ['padding', 'width', 'align'] as const

/** What is chosen here counts on this screen and smaller ones only. */
function LooksOnScreen({ block, node, around, set, screen }: LooksProps & { screen: 'tablet' | 'phone' }) {
  const choices = styleChoices(around.canvas.site.theme)
  const { style = {} } = node
  const own: ScreenStyle = style[screen] ?? {}
  const larger: ScreenStyle = screen === 'phone' ? { ...style, ...style.tablet } : style
  const change = (name: keyof ScreenStyle, value: string | undefined) => {
    const { [name]: _before, ...others } = own
    const next = value === undefined ? others : { ...others, [name]: value }
    set(screen, Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <>
      <p class="text-12 text-pretty text-fg-3">
        {screen === 'phone'
          ? 'Looks on phones. What is not chosen is as on tablets.'
          : 'Looks on tablets and phones. What is not chosen is as on desktops.'}
      </p>
      {differing
        .filter((name) => block.styles.includes(name))
        .map((name) => (
          <StyleField
            key={name}
            choice={{ ...choices[name], fallback: larger[name] ?? choices[name].fallback }}
            value={own[name]}
            onChange={(next) => change(name, next)}
          />
        ))}
    </>
  )
}

interface StyleFieldProps {
  choice: StyleChoice
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function StyleField({ choice: { label, fallback, looks }, value, onChange }: StyleFieldProps) {
  const shown = value ?? fallback
  return (
    <div>
      <div class="flex items-baseline gap-2">
        <span class="label flex-1" aria-hidden="true">
          {label}
        </span>
        {value === undefined ? (
          <span class="text-11 text-fg-3">Default</span>
        ) : (
          <button
            type="button"
            class="link text-11"
            aria-label={`Reset ${label.toLowerCase()}`}
            onClick={() => onChange(undefined)}
          >
            Reset
          </button>
        )}
      </div>
      <div class="[&_.seg]:flex [&_.seg>*]:flex-1 [&_.seg>*]:justify-center [&_.seg>*]:px-0! [&_.seg_svg]:h-4 [&_.seg_svg]:w-6">
        <Segmented
          label={label}
          value={shown}
          options={looks.map((look) => ({ value: look.value, title: look.title, label: look.picture }))}
          onChange={onChange}
        />
      </div>
      <p class="mt-1 text-11 text-fg-3" aria-hidden="true">
        {looks.find((look) => look.value === shown)?.title}
      </p>
    </div>
  )
}
