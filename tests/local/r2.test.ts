import { randomBytes } from 'node:crypto'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { describe, expect, inject, test } from 'vitest'

const { origin } = inject('stack')
const Bucket = 'dde-files'
const connect = (secretAccessKey: string) =>
  new S3Client({
    endpoint: `${origin}/cdn-cgi/local/r2/s3`,
    region: 'auto',
    forcePathStyle: true,
    credentials: { accessKeyId: 'laptop', secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
const s3 = connect('laptop-secret')
const newKey = () => `test/${randomBytes(8).toString('hex')}`

describe('R2 on the laptop, driven by the AWS SDK', () => {
  test('keeps what is put, gives it back whole and in part, lists and deletes it', async () => {
    const Key = newKey()
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'hello harbour', ContentType: 'text/plain' }))
    const whole = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(await whole.Body?.transformToString()).toBe('hello harbour')
    expect(whole.ContentType).toBe('text/plain')
    const part = await s3.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=6-12' }))
    expect(await part.Body?.transformToString()).toBe('harbour')
    const list = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }))
    expect(list.Contents?.map((object) => object.Key)).toEqual([Key])
    await s3.send(new DeleteObjectCommand({ Bucket, Key }))
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toThrow()
  })

  test('puts the parts of an upload together', async () => {
    const Key = newKey()
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
    const sizes = [5 * 1024 * 1024, 1000]
    const Parts = []
    for (const [index, size] of sizes.entries()) {
      const PartNumber = index + 1
      const { ETag } = await s3.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: Buffer.alloc(size, PartNumber) }),
      )
      Parts.push({ PartNumber, ETag })
    }
    await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }))
    const bytes = await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray()
    expect(bytes?.length).toBe(5 * 1024 * 1024 + 1000)
    expect(bytes?.at(-1)).toBe(2)
  })

  test('forgets an upload that was broken off', async () => {
    const Key = newKey()
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }))
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    await expect(s3.send(new GetObjectCommand({ Bucket, Key }))).rejects.toThrow()
  })

  test('refuses wrong credentials', async () => {
    const stranger = connect('wrong')
    await expect(stranger.send(new PutObjectCommand({ Bucket, Key: newKey(), Body: 'x' }))).rejects.toThrow()
  })
})
