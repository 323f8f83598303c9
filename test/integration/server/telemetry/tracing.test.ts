import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpPeer, startHttpPeer } from '../../../support/http-peer.ts';
import { type HttpProduct, httpCompany, startHttpProduct } from '../../../support/http-product.ts';
import { smallType } from '../../../support/small-type.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

describe('traces, to a collector of their own', () => {
  let peer: HttpPeer;
  let web: HttpProduct;
  let closed = false;
  beforeAll(async () => {
    peer = await startHttpPeer();
    peer.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    };
    web = await startHttpProduct({ config: { otlpEndpoint: new URL(peer.url).origin } });
    await httpCompany(web);
    await web.publish(smallType);
  });
  afterAll(async () => {
    if (!closed) await web.close();
    await peer.stop();
  });

  it('name each request by its address and each effect by its kind, go on with a trace begun elsewhere, and take refusals for no errors', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const ria = await web.as('ria');
    const values = { item: 'Desk', amount: { amount: 500, currency: 'EUR' } };
    const made = await ria.post(
      '/request-types/purchase/cases',
      { values },
      { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } },
    );
    expect(made.status).toBe(201);
    expect((await ria.get('/cases/nothing')).status).toBe(404);
    await web.settle();
    await web.close();
    closed = true;
    expect(peer.requests.every(({ path }) => path === '/v1/traces')).toBe(true);
    const spans = peer.requests.flatMap(({ body }) => spansOf(body));
    const submitted = spans.find(({ name }) => name === 'POST /api/v1/request-types/{slug}/cases');
    expect(submitted).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
    const routed = spans.find(({ name }) => name === 'effect route');
    expect(routed?.attributes).toContainEqual({
      key: 'signalbox.stream',
      value: { stringValue: made.json.id },
    });
    const refused = spans.find(({ name }) => name === 'GET /api/v1/cases/{id}');
    expect(refused?.status.code ?? 0).toBe(0);
  });
});

function spansOf(body: string): Span[] {
  const { resourceSpans } = JSON.parse(body) as {
    resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
  };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
