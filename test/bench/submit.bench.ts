import { randomUUID } from 'node:crypto';
import { objectOf } from '../../domain/stream/directory-objects.ts';
import { submitCase } from '../../server/use-cases/case/submit-case.ts';
import { createObject, patchObject } from '../../server/use-cases/directory/write-object.ts';
import { startProduct } from '../support/product.ts';
import { actorOf, smallCompany } from '../support/small-company.ts';
import { smallType } from '../support/small-type.ts';

/** Submissions a second until answered, and until everything is routed and logged, 8 in flight in one process on the embedded store. */
export async function run(
  count = 1_000,
): Promise<readonly { readonly work: string; readonly value: number; readonly unit: string }[]> {
  const product = await startProduct({ now: Date.now() });
  try {
    await product.services.start();
    await smallCompany(product);
    await product.publish(smallType);
    const call = (id: string) => ({
      actor: { kind: 'system', id: 'bench' } as const,
      command: { id: randomUUID(), body: id },
    });
    const buyers = Array.from({ length: 10 }, (_, i) => `buyer-${i}`);
    for (const id of buyers)
      await createObject(product.services.deps, objectOf('person'), call(id), {
        id,
        fields: { name: id, zone: 'UTC' },
      });
    const members = buyers.map((person) => ({ person, weight: 1 }));
    await patchObject(product.services.deps, objectOf('pool'), call('members'), {
      id: 'buyers',
      fields: { members },
      reason: 'bench',
    });
    const actor = await actorOf(product, 'ria');
    const latencies: number[] = [];
    const submit = async (i: number) => {
      const begun = performance.now();
      const values = { item: `Desk ${i}`, amount: { amount: 500, currency: 'EUR' } };
      await submitCase(
        product.services.deps,
        { actor, commandId: randomUUID(), authorise: () => undefined },
        { slug: 'purchase', values, source: 'api' },
      );
      latencies.push(performance.now() - begun);
    };
    for (let i = 0; i < 100; i += 1) await submit(i);
    await product.services.settle();
    latencies.length = 0;
    const cpu = process.cpuUsage();
    const begun = performance.now();
    let next = 0;
    const client = async () => {
      while (next < count) {
        next += 1;
        await submit(next);
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
    const answered = performance.now();
    await product.services.settle();
    const settled = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    latencies.sort((a, b) => a - b);
    return [
      { work: 'submissions answered', value: (count / (answered - begun)) * 1_000, unit: 'per second' },
      { work: 'p95 of the answer', value: latencies[Math.floor(count * 0.95)] ?? 0, unit: 'ms' },
      {
        work: 'submitted, routed and logged',
        value: (count / (settled - begun)) * 1_000,
        unit: 'per second',
      },
      { work: 'processor time of one', value: (user + system) / 1_000 / count, unit: 'ms' },
    ];
  } finally {
    await product.close();
  }
}
