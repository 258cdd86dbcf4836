import * as z from 'zod'
import { endpoint, Id, Nothing } from '../core/endpoint.contract.ts'

const FolderName = z.string().trim().min(1, 'Enter a name.').max(80)

export const AssetFolder = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  count: z.int().describe('Files directly in it'),
})
export type AssetFolder = z.infer<typeof AssetFolder>

export const NewAssetFolder = z.strictObject({ name: FolderName, parentId: Id.nullable().default(null) })
export type NewAssetFolder = z.infer<typeof NewAssetFolder>

export const assetFoldersApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/asset-folders',
    needs: 'content:read',
    noun: 'Website',
    summary: 'The folders of a website’s files, by name.',
    returns: z.object({ items: z.array(AssetFolder) }),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{id}/asset-folders',
    needs: 'content:write',
    noun: 'Website',
    summary: 'Make a folder.',
    body: NewAssetFolder,
    returns: AssetFolder,
    fails: ['conflict'],
  }),
  update: endpoint({
    method: 'patch',
    path: '/asset-folders/{id}',
    needs: 'content:write',
    noun: 'Folder',
    summary: 'Rename a folder.',
    body: z.strictObject({ name: FolderName }),
    returns: AssetFolder,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/asset-folders/{id}',
    needs: 'content:write',
    noun: 'Folder',
    summary: 'Remove a folder. What is in it moves to the folder it was in.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
}
