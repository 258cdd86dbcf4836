interface Named {
  firstName: string
  lastName: string
  email: string | null
  phone: string
}

/** What a contact is called: by name, or by how to reach them. */
export function contactName({ firstName, lastName, email, phone }: Named): string {
  return `${firstName} ${lastName}`.trim() || email || phone || 'Unnamed contact'
}
