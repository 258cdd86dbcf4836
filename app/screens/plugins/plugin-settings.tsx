import { useState } from 'preact/hooks'
import { type SitePlugin, sitePluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { ConfigFields } from './config-fields.tsx'

interface PluginSettingsProps {
  websiteId: string
  plugin: SitePlugin
  onSaved: (plugin: SitePlugin) => void
  onClose: () => void
}

/** What a plugin can be told for one website, as the form its manifest asks for. */
export function PluginSettings({ websiteId, plugin, onSaved, onClose }: PluginSettingsProps) {
  const [values, setValues] = useState(plugin.config)
  const form = useForm(Object.keys(plugin.configSchema.properties).map((name) => `config.${name}`))

  const save = (event: Event) =>
    form.submit(event, async () => {
      const params = { id: websiteId, key: plugin.key }
      const body = { isActive: plugin.isActive, config: values }
      onSaved(await call(sitePluginsApi.change, { params, body }))
      toast(`${plugin.name} saved`)
      onClose()
    })

  return (
    <Dialog
      title={`Settings of ${plugin.name}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <ConfigFields
          schema={plugin.configSchema}
          values={values}
          errorAt={(name) => form.errorAt(`config.${name}`)}
          onChange={setValues}
        />
        <p class="text-12 text-fg-3">Visitors see the change after the next publish.</p>
      </div>
    </Dialog>
  )
}
