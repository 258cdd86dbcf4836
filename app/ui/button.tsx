import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact'
import { cx } from './class-names.ts'

export type ButtonLook = 'primary' | 'default' | 'ghost' | 'dashed' | 'danger' | 'danger-ghost'
type Size = 'sm' | 'md' | 'lg'

interface Looks {
  look?: ButtonLook
  size?: Size
  icon?: ComponentChildren
  class?: string
  children?: ComponentChildren
}

interface ButtonProps extends Looks, Omit<ButtonHTMLAttributes, 'icon' | 'size' | 'class' | 'children'> {
  isBusy?: boolean
  buttonRef?: Ref<HTMLButtonElement>
}

export function Button({
  look = 'default',
  size = 'md',
  icon,
  isBusy = false,
  class: extra,
  children,
  buttonRef,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(buttonRef && { ref: buttonRef })}
      class={cx(looks(look, size), !children && 'btn-icon', extra)}
      aria-busy={isBusy || undefined}
      disabled={rest.disabled || isBusy}
    >
      {isBusy ? <span class="spinner" /> : icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  label: string
  children: ComponentChildren
}

/** A button that shows only a picture, so its label is spoken and shown on hover. */
export function IconButton({ label, children, look = 'ghost', size = 'sm', ...rest }: IconButtonProps) {
  return <Button {...rest} look={look} size={size} icon={children} aria-label={label} title={label} />
}

interface LinkButtonProps extends Looks {
  href: string
  target?: '_blank'
  download?: boolean
  'aria-label'?: string
}

/** A link that looks like a button. */
export function LinkButton({
  look = 'default',
  size = 'md',
  icon,
  class: extra,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <a
      {...rest}
      {...(rest.target && { rel: 'noopener' })}
      class={cx(looks(look, size), !children && 'btn-icon', extra)}
    >
      {icon}
      {children}
    </a>
  )
}

function looks(look: ButtonLook, size: Size): string {
  return cx('btn', `btn-${look}`, size !== 'md' && `btn-${size}`)
}
