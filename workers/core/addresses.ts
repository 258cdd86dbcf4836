/** How hosts become addresses: `http` and a port on the laptop, `https` and none in the cloud. */
export interface Addresses {
  /** The platform's own origin, such as `http://localhost:8787`. */
  platform: string
  /** Host of a site by its platform name: `harbordental` gives `harbordental.localhost`. */
  siteHost(slug: string): string
  /** Host of an agency's own dashboard: `northpeak` gives `northpeak.agency.localhost`. No site's name has a dot in it. */
  portalHost(slug: string): string
  /** Host at which the site of a platform name is looked at before visitors see it: `harbordental.staging.localhost`. */
  stagingHost(slug: string): string
  /** Host at which a preview link shows its website; the token is the secret. */
  previewHost(token: string): string
  /** Address of a host: scheme and port as the platform's own. */
  urlOf(host: string): string
  /** Whether a host is the platform's own or below its domain of sites: those are given out, not brought along. */
  isOurs(host: string): boolean
}

export function createAddresses(platformOrigin: string, siteDomain: string): Addresses {
  const { protocol, port, hostname } = new URL(platformOrigin)
  return {
    platform: platformOrigin,
    siteHost: (slug) => `${slug}.${siteDomain}`,
    portalHost: (slug) => `${slug}.agency.${siteDomain}`,
    stagingHost: (slug) => `${slug}.staging.${siteDomain}`,
    previewHost: (token) => `${token}.preview.${siteDomain}`,
    urlOf: (host) => `${protocol}//${host}${port ? `:${port}` : ''}`,
    isOurs: (host) => host === hostname || host === siteDomain || host.endsWith(`.${siteDomain}`),
  }
}
