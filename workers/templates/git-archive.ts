/** Where the hosts of git repositories give out what is in one at a commit, branch or tag as a tar archive. */
const layouts: { isHost: (host: string) => boolean; path: (repository: string, ref: string) => string }[] = [
  {
    isHost: (host) => host === 'github.com',
    path: (repository, ref) => `https://codeload.github.com${repository}/tar.gz/${ref}`,
  },
  {
    isHost: (host) => host === 'bitbucket.org',
    path: (repository, ref) => `https://bitbucket.org${repository}/get/${ref}.tar.gz`,
  },
  {
    isHost: (host) => /(?:^|\.)gitlab\./.test(host),
    path: (repository, ref) => `${repository}/-/archive/${ref}/template.tar.gz`,
  },
]

/** The address of a repository's archive. Hosts not known by name are asked as Gitea and Forgejo are. */
export function archiveAddress(gitUrl: string, ref: string): string {
  const { origin, hostname, pathname } = new URL(gitUrl)
  const repository = pathname.replace(/\/+$/, '').replace(/\.git$/, '')
  const layout = layouts.find(({ isHost }) => isHost(hostname))
  const encoded = ref.split('/').map(encodeURIComponent).join('/')
  const path = layout ? layout.path(repository, encoded) : `${repository}/archive/${encoded}.tar.gz`
  return path.startsWith('/') ? origin + path : path
}
