import { z } from 'zod';
import { checkDefinition } from '../../../domain/definition/check-definition.ts';
import { readDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import { assert } from '../../../domain/error/assert.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { type GallerySlug, readGallery, gallery as slugs } from '../../use-cases/definition/gallery.ts';
import { type Endpoint, endpoint, right } from '../core/endpoint.ts';
import { json } from '../core/reply.ts';
import { jsonAnswer } from '../schemas/common.ts';

const tag = 'Request types';
const subject = { subject: 'Draft', id: '' } as const;

const brief = z
  .object({ slug: z.string(), title: z.string(), summary: z.string(), category: z.string() })
  .meta({ id: 'GalleryType' });

/** Read and parsed once: what comes with the product stays as it is while it runs. */
const read = new Map<GallerySlug, ReturnType<typeof readBrief>>();

function briefOf(slug: GallerySlug): ReturnType<typeof readBrief> {
  const known = read.get(slug) ?? readBrief(slug);
  read.set(slug, known);
  return known;
}

async function readBrief(slug: GallerySlug) {
  const { definition } = checkDefinition(readDefinitionYaml(await readGallery(slug)));
  assert(definition !== undefined, 'what comes with the product is a definition');
  const { title, summary, category, form } = definition;
  return {
    slug,
    title: textIn(title, form.language),
    summary: summary === undefined ? '' : textIn(summary, form.language),
    category,
  };
}

/** The request types that come with the product, for those who make drafts of them. */
export const gallery: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/api/v1/gallery',
      operationId: 'listGallery',
      tag,
      summary: 'Request types that come with Signalbox, ready to be taken in as drafts',
      answers: { 200: jsonAnswer('All of them', z.object({ items: z.array(brief) })) },
    },
    right('Draft', 'read'),
    async ({ allow }) => {
      allow('read', subject);
      return json({ items: await Promise.all(slugs.map(briefOf)) });
    },
  ),
  endpoint(
    {
      method: 'get',
      path: '/api/v1/gallery/{slug}',
      operationId: 'getGalleryType',
      tag,
      summary: 'One request type that comes with Signalbox, with its definition as YAML',
      params: z.object({ slug: z.enum(slugs) }),
      answers: {
        200: jsonAnswer(
          'The type',
          z.object({ ...brief.shape, yaml: z.string() }).meta({ id: 'GalleryDefinition' }),
        ),
      },
    },
    right('Draft', 'read'),
    async ({ allow, params: { slug } }) => {
      allow('read', subject);
      return json({ ...(await briefOf(slug)), yaml: await readGallery(slug) });
    },
  ),
];
