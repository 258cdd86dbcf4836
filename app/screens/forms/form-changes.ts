import { type FormSummary, formsApi } from '#workers/forms/forms.contract.ts'
import { call } from '../../api.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { formPath } from './form-path.ts'

/** Makes a form like this one, and goes there. */
export async function duplicateForm(form: FormSummary, route: (path: string) => void): Promise<void> {
  try {
    const made = await call(formsApi.duplicate, { params: { id: form.id } })
    route(formPath(form.websiteId, made.id))
  } catch (thrown) {
    toastProblem(thrown, 'The form was not duplicated')
  }
}

/** Puts a form away or brings it back, each with a way to the other. */
export async function archiveForm(
  form: FormSummary,
  isArchived: boolean,
  onChange: () => void,
): Promise<void> {
  try {
    await call(formsApi.archive, { params: { id: form.id }, body: { isArchived } })
    onChange()
    toast({
      title: isArchived ? `“${form.name}” is archived` : `“${form.name}” is back`,
      ...(isArchived && { body: 'It takes nothing more. Pages show it until the website is published.' }),
      action: { label: 'Undo', run: () => archiveForm(form, !isArchived, onChange) },
    })
  } catch (thrown) {
    toastProblem(thrown, 'That was not done')
  }
}
