import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '../../../domain/error/assert.ts';

/** The request types that come with the product: the first one needs nothing but the people there are. */
export const gallery = [
  'general-request',
  'vendor-onboarding',
  'refund',
  'access-request',
  'customer-issue',
  'sales-enquiry',
] as const;

/** One of the request types that come with the product. */
export type GallerySlug = (typeof gallery)[number];

/** The text of a request type that comes with the product, as YAML. */
export function readGallery(slug: GallerySlug): Promise<string> {
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
