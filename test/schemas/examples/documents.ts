import type { DocumentEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const issuer = {
  actId: '8705-qd-ubnd.ubnd-huyen-soc-son.2024-12-10',
  issuerOfficeId: 'UBND_HUYEN:01.huyen-soc-son@origin',
  provenance: 'STATED',
  source: 'example',
} as const;

export const FULL_DOCUMENT_EVENTS: { readonly [T in keyof DocumentEvents]: Full<DocumentEvents[T]> } = {
  'document.issuer-identified': {
    ...issuer,
    dutyId: 'ccn_direct_detailed_planning',
    reason: 'The commune of that name did not exist yet.',
  },
};

export const BARE_DOCUMENT_EVENTS: { readonly [T in keyof DocumentEvents]: Bare<DocumentEvents[T]> } = {
  'document.issuer-identified': issuer,
};
