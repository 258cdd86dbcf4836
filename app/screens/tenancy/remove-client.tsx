import { useLocation } from 'preact-iso'
import { type Client, clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'

interface RemoveClientProps {
  client: Client
  onClose: () => void
}

export function RemoveClient({ client, onClose }: RemoveClientProps) {
  const { route } = useLocation()
  const params = { id: client.id }

  const restore = async () => {
    try {
      await call(clientsApi.restore, { params })
      invalidate('/clients', '/websites')
      toast(`${client.name} is back`)
    } catch (thrown) {
      toastProblem(thrown, `${client.name} could not be restored`)
    }
  }
  const remove = async () => {
    await call(clientsApi.remove, { params })
    invalidate('/clients', '/websites', '/overview')
    route('/clients')
    toast({ title: `${client.name} removed`, action: { label: 'Undo', run: restore } })
  }

  return (
    <ConfirmDialog
      title={`Remove ${client.name}?`}
      confirmLabel="Remove client"
      typeToConfirm={client.name}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>
        {client.website
          ? 'Their website goes offline at once. Contacts, posts and pages are kept, and everything can be restored.'
          : 'Contacts and posts are kept, and everything can be restored.'}
      </p>
    </ConfirmDialog>
  )
}
