/** The answer to "who is responsible", as the tests read it. */
export interface Answer {
  readonly status: string;
  readonly holders: readonly {
    readonly lead: boolean;
    readonly office: { readonly id: string; readonly name: string };
  }[];
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly basis: {
    readonly article: string | null;
    readonly act: { readonly number: string } | null;
  } | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly decidedBy: readonly { readonly id: string; readonly type: string; readonly seq: number }[];
  readonly explanation: string;
}

/** The question of the README. */
export const RESPONSIBILITY = `
  query ($subjectId: ID!, $dutyId: ID!, $at: At) {
    responsibility(subjectId: $subjectId, dutyId: $dutyId, at: $at) {
      status
      holders { lead office { id name } }
      candidates { id name }
      basis { article act { number } }
      since until
      decidedBy { id type seq }
      explanation
    }
  }`;

export const MANAGE = 'ccn_manage_local_clusters';
export const ESTABLISH = 'ccn_decide_establishment';
export const OPERATE = 'ccn_investor_operate';
