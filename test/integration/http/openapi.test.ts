import SwaggerParser from '@apidevtools/swagger-parser';
import type { Application } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAuthorised } from '../../../server/http/core/endpoint.ts';
import { createApp } from '../../../server/http/create-app.ts';
import { endpoints } from '../../../server/http/routes/endpoints.ts';
import { httpPartsOf } from '../../../server/web-app.ts';
import { type HttpProduct, startHttpProduct } from '../../support/http-product.ts';

describe('the description of the API', () => {
  let web: HttpProduct;
  beforeAll(async () => {
    web = await startHttpProduct();
  });
  afterAll(async () => {
    await web.close();
  });

  interface Layer {
    readonly route?: {
      readonly path: string;
      readonly methods: Readonly<Record<string, boolean>>;
      readonly stack: readonly { readonly handle: { readonly endpoint?: (typeof endpoints)[number] } }[];
    };
  }

  /** Every route the router knows, as it is mounted. */
  const routes = (app: Application) =>
    (app._router.stack as Layer[]).flatMap(({ route }) => (route === undefined ? [] : [route]));

  it('is OpenAPI 3.1 without a mistake', async () => {
    const document = (await web.anonymous.get('/openapi.json')).json;
    expect(document.openapi).toBe('3.1.0');
    const api = await SwaggerParser.validate(structuredClone(document));
    expect(Object.keys(api.paths ?? {}).length).toBeGreaterThan(60);
  });

  it('names every operation once', () => {
    const ids = endpoints.map(({ operationId }) => operationId);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.every((id) => /^[a-z][A-Za-z]+$/.test(id))).toBe(true);
  });

  it('describes every route there is, and no other', async () => {
    const document = (await web.anonymous.get('/openapi.json')).json;
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    const { app } = createApp(httpPartsOf(web.product, new AbortController().signal));
    const mounted = routes(app).flatMap(({ path, methods }) =>
      methods['_all'] === true
        ? []
        : Object.keys(methods).map((method) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    expect(mounted.sort()).toEqual(described.sort());
  });

  it('has no route that does not stand under a policy', () => {
    const { app } = createApp(httpPartsOf(web.product, new AbortController().signal));
    const bare = routes(app).filter(({ methods, stack }) => {
      if (methods['_all'] === true) return false;
      return stack.some(
        ({ handle }) => handle.endpoint === undefined || !isAuthorised(handle.endpoint.handle),
      );
    });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('refuses to mount a handler that was not put under a policy', async () => {
    const [first] = endpoints;
    if (first === undefined) throw new Error('there are endpoints');
    expect(isAuthorised({ ...first.handle })).toBe(false);
  });

  it('is a page too, whole in itself and with a policy that lets nothing else in', async () => {
    const page = await web.anonymous.get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('/api/v1/cases/{id}/decisions');
    expect(page.text).not.toMatch(/<script|src=|https?:\/\/[^"]*\.(js|css)/);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('keeps the operation ids programs are written against', () => {
    expect(endpoints.map(({ operationId }) => operationId).sort()).toMatchSnapshot();
  });
});
