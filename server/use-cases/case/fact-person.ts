/** What is known of a person that conditions may read. */
export interface FactPerson {
  readonly id: string;
  readonly department: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly managerId: string | null;
  readonly zone: string;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
}
