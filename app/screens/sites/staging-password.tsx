import { useState } from 'preact/hooks'
import { accessApi } from '#workers/sites/access.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'

/** Lets people look at staging who have no account. */
export function StagingPassword({ websiteId, onClose }: { websiteId: string; onClose: () => void }) {
  const access = useResource(accessApi.get, { params: { id: websiteId } })
  const [password, setPassword] = useState('')
  const form = useForm(['stagingPassword'])
  const has = access.data?.hasStagingPassword ?? false
  const save = (event: Event, stagingPassword: string | null) =>
    form.submit(event, async () => {
      if (!access.data) return
      const { kind, message, version } = access.data
      const body = { kind, message, version, stagingPassword }
      await call(accessApi.change, { params: { id: websiteId }, body })
      await access.reload()
      toast(stagingPassword === null ? 'Only people of this dashboard are let in' : 'Password saved')
      onClose()
    })
  return (
    <Dialog
      title="Password for guests of staging"
      onClose={onClose}
      onSubmit={(event) => save(event, password)}
      foot={
        <>
          {has && <Button onClick={(event: Event) => save(event, null)}>Remove the password</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!access.data || !password}>
            Save
          </Button>
        </>
      }
    >
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      {access.data ? (
        <TextField
          {...{ name: 'stagingPassword', type: 'password', autocomplete: 'new-password' }}
          label={has ? 'New password' : 'Password'}
          hint="At least 8 characters. Whoever knows it may look at staging without an account."
          value={password}
          onChange={setPassword}
          {...form.errorAt('stagingPassword')}
        />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </Dialog>
  )
}
