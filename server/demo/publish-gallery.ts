import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '../../domain/error/assert.ts';
import type { Actor } from '../../domain/stream/event.ts';
import type { DefinitionDeps } from '../use-cases/definition/definition-call.ts';
import { directoryRegistry } from '../use-cases/definition/directory-registry.ts';
import { importDefinition } from '../use-cases/definition/exchange.ts';
import { publish } from '../use-cases/definition/publish.ts';
import type { DemoStage } from './demo-stage.ts';

/** The request types that come with the product, in the order they are published: counted types before those that count them. */
export const gallery = [
  'vendor-onboarding',
  'refund',
  'access-request',
  'customer-issue',
  'sales-enquiry',
] as const;

/** The text of a request type that comes with the product, as YAML. */
export function readGallery(slug: (typeof gallery)[number]): Promise<string> {
  return readFile(join(galleryFolder(), `${slug}.yaml`), 'utf8');
}

/** The files lie in `server/gallery` of the checkout, whether this runs as source or as built code further down. */
function galleryFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'server', 'gallery'))) {
    const above = dirname(folder);
    assert(above !== folder, 'server/gallery is part of the checkout');
    folder = above;
  }
  return join(folder, 'server', 'gallery');
}

const reasons: Readonly<Record<(typeof gallery)[number], string>> = {
  'vendor-onboarding': 'One way in for new vendors, with the signatures the audit asked for',
  refund: 'Refunds by region and language, with two signatures above 5 000 EUR',
  'access-request': 'Access that ends by itself, as agreed with security',
  'customer-issue': 'First response by severity and segment, as the new contracts say',
  'sales-enquiry': 'One owner for each account, and no calls to customers in an escalation',
};

/** Publishes the five as their designer would: saved as drafts, checked against the company, their tests run. */
export async function publishGallery(stage: DemoStage, designer: string): Promise<void> {
  for (const slug of gallery)
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
