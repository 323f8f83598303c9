import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Endpoint, endpoint } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { buildOpenApi, type OpenApiDocument } from '../openapi/build-openapi.ts';
import { docsPage, docsStyle } from '../openapi/docs-page.ts';
import { jsonAnswer } from '../schemas/common.ts';

const because = 'what the API is like is no secret';

function policyOf(font: string | undefined): string {
  const hash = createHash('sha256').update(docsStyle(font)).digest('base64');
  const fonts = font === undefined ? '' : "font-src 'self'; ";
  return `default-src 'none'; style-src 'sha256-${hash}'; ${fonts}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** What describes the API, to programs and to people; `all` are the endpoints described. */
export function documents(all: () => readonly Endpoint[]): readonly Endpoint[] {
  const made = new Map<string, OpenApiDocument>();
  const documentFor = (origin: string): OpenApiDocument => {
    const document = made.get(origin) ?? buildOpenApi(all(), origin);
    made.set(origin, document);
    return document;
  };
  return [
    endpoint(
      {
        method: 'get',
        path: '/api/v1/openapi.json',
        operationId: 'getOpenApi',
        tag: 'Documentation',
        summary: 'This document',
        answers: { 200: jsonAnswer('OpenAPI 3.1', z.record(z.string(), z.unknown())) },
      },
      { kind: 'open', because },
      async ({ parts }) => json(documentFor(parts.origin)),
    ),
    endpoint(
      {
        method: 'get',
        path: '/api/docs',
        operationId: 'getDocs',
        tag: 'Documentation',
        summary: 'The same as a page',
        answers: { 200: { description: 'The page', content: { 'text/html': null } } },
      },
      { kind: 'open', because },
      async ({ parts }) => ({
        status: 200,
        text: docsPage(documentFor(parts.origin), parts.font),
        type: 'text/html',
        headers: { 'Content-Security-Policy': policyOf(parts.font) },
      }),
    ),
  ];
}
