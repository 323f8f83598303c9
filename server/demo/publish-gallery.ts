import type { Actor } from '../../domain/stream/event.ts';
import type { DefinitionDeps } from '../use-cases/definition/definition-call.ts';
import { directoryRegistry } from '../use-cases/definition/directory-registry.ts';
import { importDefinition } from '../use-cases/definition/exchange.ts';
import { readGallery } from '../use-cases/definition/gallery.ts';
import { publish } from '../use-cases/definition/publish.ts';
import type { DemoStage } from './demo-stage.ts';
import { type DemoType, demoTypes } from './demo-types.ts';

const reasons: Readonly<Record<DemoType, string>> = {
  'vendor-onboarding': 'One way in for new vendors, with the signatures the audit asked for',
  refund: 'Refunds by region and language, with two signatures above 5 000 EUR',
  'access-request': 'Access that ends by itself, as agreed with security',
  'customer-issue': 'First response by severity and segment, as the new contracts say',
  'sales-enquiry': 'One owner for each account, and no calls to customers in an escalation',
};

/** Publishes the five as their designer would: saved as drafts, checked against the company, their tests run. */
export async function publishGallery(stage: DemoStage, designer: string): Promise<void> {
  for (const slug of demoTypes)
    await publishText(stage, designer, { slug, text: await readGallery(slug), reason: reasons[slug] });
}

/** Publishes one of them as this text says. */
export async function publishText(
  stage: DemoStage,
  designer: string,
  { slug, text, reason }: { readonly slug: string; readonly text: string; readonly reason: string },
): Promise<void> {
  const { deps } = stage.services;
  const designing: DefinitionDeps = {
    ...deps,
    registry: (definition) => directoryRegistry(deps.store, definition),
  };
  const actor: Actor = { kind: 'person', id: designer };
  await importDefinition(designing, { actor, command: stage.command(['draft', slug, reason]) }, text);
  await publish(designing, { actor, command: stage.command(['publish', slug, reason]) }, slug, { reason });
}
