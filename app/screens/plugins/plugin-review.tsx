import { ShieldAlert, ShieldCheck } from 'lucide-preact'
import { type Capability, describeCapability, isSensitive } from '#workers/plugins/manifest.contract.ts'
import { type AgencyPlugin, agencyPluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

interface PluginReviewProps {
  plugin: AgencyPlugin
  reload: () => Promise<void>
  onClose: () => void
}

/** What a plugin would be able to do, in words, before any of it runs. */
export function PluginReview({ plugin, reload, onClose }: PluginReviewProps) {
  const form = useForm([])
  const { key, name, proposal, capabilities } = plugin
  const codeHash = proposal?.codeHash ?? plugin.codeHash ?? ''
  const approve = (event: Event) =>
    form.submit(event, async () => {
      await call(agencyPluginsApi.approve, { params: { key }, body: { codeHash } })
      await reload()
      toast(`${name} is approved`)
      onClose()
    })
  return (
    <Dialog
      title={proposal ? `Update ${name} to ${proposal.version}?` : `Approve ${name}?`}
      onClose={onClose}
      onSubmit={approve}
      width={520}
      foot={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            {proposal ? 'Approve the update' : 'Approve'}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-fg-2">
          Handed in by {proposal?.submittedBy ?? plugin.submittedBy}. Its code runs apart from everything
          else, and can do what stands here and nothing beyond.
        </p>
        {proposal ? (
          <>
            <Capabilities
              title="New in this version"
              list={proposal.added}
              empty="Nothing it could not do before."
            />
            {proposal.removed.length > 0 && (
              <Capabilities title="No longer" list={proposal.removed} empty="" />
            )}
          </>
        ) : (
          <Capabilities title="What it may do" list={capabilities} empty="Nothing but show its settings." />
        )}
        <div>
          <p class="text-12 text-fg-3">Fingerprint of manifest and code (SHA-256)</p>
          <code class="code text-12 break-all">{codeHash}</code>
        </div>
      </div>
    </Dialog>
  )
}

interface CapabilitiesProps {
  title: string
  list: readonly Capability[]
  empty: string
}

function Capabilities({ title, list, empty }: CapabilitiesProps) {
  return (
    <section>
      <h3 class="mb-2 font-semibold">{title}</h3>
      {list.length === 0 && <p class="text-fg-2">{empty}</p>}
      <ul class="grid gap-2">
        {list.map((capability) => {
          const Icon = isSensitive(capability) ? ShieldAlert : ShieldCheck
          return (
            <li key={capability} class="flex items-start gap-2">
              <Icon
                size={16}
                class={isSensitive(capability) ? 'mt-0.5 shrink-0 text-warning' : 'mt-0.5 shrink-0 text-fg-3'}
                aria-hidden="true"
              />
              <span>{describeCapability(capability)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
