import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import * as z from 'zod';
import { hubRefusal } from '#shared/protocol/messages.ts';
import { tus } from '#shared/protocol/tus.ts';
import { deviceHeader, hubPaths, signatureHeader, timeHeader } from '#shared/protocol/request.ts';
import { protocolVersion } from '#shared/protocol/version.ts';
import { hubContract } from '../contract.ts';

const refusal = {
  description: 'Why nothing was done',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
};
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;
const sha256 = { name: 'sha256', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } } as const;
const byteCount = { name: 'bytes', in: 'path', required: true, schema: { type: 'integer' } } as const;
const tusVersion = { name: tus.headers.version, in: 'header', required: true, schema: { const: tus.version } } as const;
const uploadLength = { name: tus.headers.length, in: 'header', required: true, schema: { type: 'integer' } } as const;
const uploadOffset = { name: tus.headers.offset, in: 'header', required: true, schema: { type: 'integer' } } as const;
const uploadMetadata = { name: tus.headers.metadata, in: 'header', required: true, schema: { type: 'string' } } as const;
const offset = { schema: { type: 'integer' } } as const;
const location = { schema: { type: 'string' } } as const;
const signed = [{ device: [], time: [], signature: [] }];

function header(name: string, description: string) {
  return { type: 'apiKey', in: 'header', name, description } as const;
}

/** What the generator cannot see: scans and health are served beside the contract. */
const plainPaths = {
  [hubPaths.scans]: {
    post: {
      operationId: 'createUpload',
      summary: 'Begin or find the upload of a scan (tus 1.0.0); Upload-Metadata names its SHA-256',
      parameters: [tusVersion, uploadLength, uploadMetadata],
      responses: {
        201: { description: 'Where its parts go, and how many bytes have arrived', headers: { location, 'upload-offset': offset } },
      },
    },
  },
  [`${hubPaths.scans}/{sha256}/{bytes}`]: {
    head: {
      operationId: 'askUpload',
      summary: 'How many bytes of an upload have arrived (tus 1.0.0)',
      parameters: [sha256, byteCount, tusVersion],
      responses: { 200: { description: 'So many', headers: { 'upload-offset': offset } } },
    },
    patch: {
      operationId: 'patchUpload',
      summary: 'Send the next part of a scan (tus 1.0.0); it is on the disk when this is answered',
      parameters: [sha256, byteCount, tusVersion, uploadOffset],
      requestBody: { required: true, content: { [tus.contentType]: { schema: { type: 'string', format: 'binary' } } } },
      responses: { 204: { description: 'So many have arrived', headers: { 'upload-offset': offset } } },
    },
  },
  [`${hubPaths.scans}/{sha256}`]: {
    get: {
      operationId: 'getScan',
      summary: 'Read a scan of this office, or any where registrars work',
      parameters: [sha256],
      responses: { 200: { description: 'The scan', content: bytes } },
    },
  },
  [hubPaths.post]: {
    post: {
      operationId: 'carryLetter',
      summary: 'Hand in a letter of another device; the answer is sealed for that device',
      requestBody: { required: true, content: bytes },
      responses: { 200: { description: 'The hub’s answer', content: bytes } },
    },
  },
  [hubPaths.health]: {
    get: {
      operationId: 'health',
      summary: 'Whether the hub and its database answer',
      security: [],
      responses: { 200: { description: 'They do' } },
    },
  },
};

/** The OpenAPI document of the hub, made from the same schemas that check every message. */
export async function openApiDocument(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(hubContract, {
    info: { title: 'Kaunta hub', version: String(protocolVersion), description: 'The central exchange of the counters.' },
    security: signed,
    components: {
      schemas: { Refusal: z.toJSONSchema(hubRefusal, { target: 'draft-2020-12' }) as object },
      securitySchemes: {
        device: header(deviceHeader, 'Id of the device'),
        time: header(timeHeader, 'When the request was made, UTC ISO with milliseconds'),
        signature: header(signatureHeader, 'Ed25519 over method, path, time and SHA-256 of the body as sent, one a line; base64'),
      },
    },
  });
  const paths = { ...document.paths, ...plainPaths };
  return JSON.stringify({
    ...document,
    paths: Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, withRefusals(methods ?? {})])),
  });
}

/** Every answer may be a refusal; enrolment is the one message that no device signs. */
function withRefusals(methods: object): object {
  return Object.fromEntries(
    Object.entries(methods as Record<string, { responses?: object; operationId?: string }>).map(([method, operation]) => [
      method,
      {
        ...operation,
        ...(operation.operationId === hubContract.enrol['~orpc'].route.operationId && { security: [] }),
        responses: { ...operation.responses, default: refusal },
      },
    ]),
  );
}
