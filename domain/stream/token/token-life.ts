/** How long a token is good for when nobody says otherwise, in ms: 90 days. */
export const tokenLifeMs = 90 * 86_400_000;
