/** Views noted by id while a decision is made; costs nothing until the first. */
export class Notes<T> {
  private views: Map<string, T> | undefined;

  /** Notes a view; the same id twice counts once. */
  add(id: string, view: T): void {
    this.views ??= new Map();
    this.views.set(id, view);
  }

  /** What was noted, in order of id. */
  sorted(): T[] {
    if (this.views === undefined) return [];
    return [...this.views].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view);
  }
}
