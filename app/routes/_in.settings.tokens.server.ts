import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { act } from '../features/settings/token-deeds.server.ts';
import { tokensPage } from '../features/settings/tokens-page.server.ts';

/** Tokens, one's own or everybody's. */
export const loader = ({ context, request }: LoaderFunctionArgs) => tokensPage(context, new URL(request.url));

/** Makes a token, or ends one. */
export const action = async ({ context, request }: ActionFunctionArgs) =>
  act(context, await request.formData());
