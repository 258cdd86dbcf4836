import { Check, Copy } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { IconButton } from './button.tsx'
import { toast } from './toasts.tsx'

const CONFIRMED_MS = 1_600

export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      toast({ tone: 'info', title: 'Your browser did not allow copying', body: text })
      return
    }
    setCopied(true)
    setTimeout(() => setCopied(false), CONFIRMED_MS)
  }
  return (
    <IconButton label={isCopied ? 'Copied' : label} onClick={copy}>
      {isCopied ? <Check class="text-success" /> : <Copy />}
    </IconButton>
  )
}
