/** What a person may do, as `noun:verb`. Endpoints name one; roles hold many. */
export const permissions = [
  'audit:read',
  'clients:read',
  'clients:write',
  'contacts:read',
  'contacts:write',
  'content:read',
  'content:write',
  'platform:read',
  'platform:write',
  'sites:publish',
  'sites:read',
  'sites:write',
] as const
export type Permission = (typeof permissions)[number]
export type Need = Permission | 'public' | 'signed-in'

export const roleNames = [
  'super_admin',
  'partner',
  'agency_admin',
  'consultant',
  'client_admin',
  'client_editor',
  'client_viewer',
] as const
export type RoleName = (typeof roleNames)[number]

const reading = ['clients:read', 'contacts:read', 'content:read', 'sites:read'] as const
const working = [...reading, 'contacts:write', 'content:write', 'sites:publish', 'sites:write'] as const

/** What the built-in roles hold. A tenant's own roles stand beside them in the `roles` table. */
export const builtInRoles: Record<RoleName, readonly Permission[]> = {
  super_admin: ['platform:read', 'platform:write'],
  partner: [...working, 'clients:write'],
  agency_admin: [...working, 'clients:write', 'audit:read'],
  consultant: working,
  client_admin: working,
  client_editor: [...reading, 'content:write', 'sites:publish', 'sites:write'],
  client_viewer: reading,
}

export const roleLabels: Record<RoleName, string> = {
  super_admin: 'Super admin',
  partner: 'Partner',
  agency_admin: 'Agency admin',
  consultant: 'Consultant',
  client_admin: 'Client admin',
  client_editor: 'Editor',
  client_viewer: 'Viewer',
}
