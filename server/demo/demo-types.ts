import type { GallerySlug } from '../use-cases/definition/gallery.ts';

/** The request types of the invented company, in the order they are published: counted types before those that count them. */
export const demoTypes = [
  'vendor-onboarding',
  'refund',
  'access-request',
  'customer-issue',
  'sales-enquiry',
] as const satisfies readonly GallerySlug[];

/** One of the request types of the invented company. */
export type DemoType = (typeof demoTypes)[number];
