/** The JSON a text holds, or undefined if it holds none. */
export function jsonFromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
