/// <reference types="vite/client" />

declare namespace Cloudflare {
  interface Env {
    SNAPSHOTS: R2Bucket
    FILES: R2Bucket
    IMAGES: ImagesBinding
    CONTEXT_SECRET: string
  }
}

interface ImportMetaEnv {
  /** Hash of the renderer's sources, put in by the build. */
  readonly RENDERER_BUILD?: string
}
