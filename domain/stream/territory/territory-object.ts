import { z } from 'zod';
import { type DirectoryObject, namedIn } from '../directory/directory-object.ts';
import { countrySchema, lineSchema, setOf, slugSchema, wordSchema } from '../directory/field-schemas.ts';
import { type TerritoryState, territoryStream } from './territory-stream.ts';

const bound = lineSchema(20);

const fields = z.strictObject({
  title: lineSchema(200),
  ownerId: slugSchema.nullable(),
  region: wordSchema.nullable(),
  countries: setOf(countrySchema, 260),
  postal: z
    .array(z.strictObject({ from: bound, to: bound }))
    .max(500, 'A territory has 500 postal ranges at most.'),
  segments: setOf(wordSchema, 50),
});

/** Territories. */
export const territoryObject: DirectoryObject<TerritoryState> = {
  kind: 'territory',
  stream: territoryStream,
  create: fields.partial().required({ title: true }),
  patch: fields.partial(),
  references: (given) => namedIn(given, 'ownerId', 'person'),
};
