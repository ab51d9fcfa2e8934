import { CoverageResolver } from './coverage.resolver.js';
import { KnowledgeResolver } from './knowledge.resolver.js';
import { AuditResolver, TransitionResolver } from './audit.resolver.js';
import { ActResolver, DutyResolver, DutyRuleResolver, LogStatusResolver } from './catalogue.resolver.js';
import { ClaimAcceptanceResolver, ClaimResolver } from './claim.resolver.js';
import { ClusterLifeMutations } from './cluster-life-mutations.resolver.js';
import {
  ClusterLifeResolver,
  ClusterNameResolver,
  ClusterShareResolver,
  LifecycleStepResolver,
  ProcedureResolver,
} from './cluster-life.resolver.js';
import {
  ClusterDocumentResolver,
  ClusterResolver,
  InfrastructureInvestorResolver,
} from './cluster.resolver.js';
import {
  AmendmentResolver,
  DissolvedIssuerDocumentResolver,
  DocumentSubjectResolver,
} from './document.resolver.js';
import { HolidayResolver } from './holiday.resolver.js';
import { MatterPlaceResolver, MatterResolver, MatterStepResolver } from './matter.resolver.js';
import { EnterpriseResolver } from './enterprise.resolver.js';
import { InvestorMutationsResolver } from './investor-mutations.resolver.js';
import {
  InvestorAppointmentResolver,
  InvestorMemberResolver,
  InvestorStepResolver,
  PendingRearrangementResolver,
} from './investor.resolver.js';
import { HandoverDecisionMutations } from './handover-decisions.resolver.js';
import {
  HandoverDiscrepancyResolver,
  HandoverItemResolver,
  HandoverRecordResolver,
  HandoverSignatureResolver,
  HandoverWaitResolver,
  MissingFileResolver,
} from './handover-parts.resolver.js';
import { HandoverStepMutations } from './handover-steps.resolver.js';
import { HandoverResolver, HandoversOfClusterResolver } from './handover.resolver.js';
import { MutationsResolver } from './mutations.resolver.js';
import { ChangesResolver } from './changes.resolver.js';
import { PlaceOfResponsibilityResolver, PlaceOriginResolver } from './place-origin.resolver.js';
import { ProgressResolver } from './progress.resolver.js';
import { ProjectResolver, ProjectStepResolver } from './project.resolver.js';
import {
  ManagedPartResolver,
  ReportingOfficesResolver,
  ReportRecipientResolver,
  ReportResolver,
} from './report.resolver.js';
import {
  BasisResolver,
  HolderResolver,
  OfficeResolver,
  ResponsibilityResolver,
} from './responsibility.resolver.js';
import { DecisionRuleAnswerResolver, DecisionRuleResolver } from './rule.resolver.js';
import { TaskEscalationResolver, TaskResolver } from './task.resolver.js';
import {
  NamedOfficeResolver,
  OrganisationResolver,
  OrganisationSuccessionResolver,
} from './organisation.resolver.js';
import { SchemeMutations } from './scheme-mutations.resolver.js';
import {
  SchemePartyChangeResolver,
  SchemePartyResolver,
  SchemeResolver,
  SchemeStepResolver,
} from './scheme.resolver.js';
import { UnitNameResolver } from './unit-name.resolver.js';
import { SuccessionResolver, UnitResolver } from './unit.resolver.js';

/** Every resolver, for the module and for printing the schema. */
export const RESOLVERS = [
  UnitResolver,
  SuccessionResolver,
  ActResolver,
  DutyResolver,
  DutyRuleResolver,
  OrganisationResolver,
  OrganisationSuccessionResolver,
  NamedOfficeResolver,
  SchemeResolver,
  SchemeStepResolver,
  SchemePartyResolver,
  SchemePartyChangeResolver,
  SchemeMutations,
  ClusterResolver,
  ClusterDocumentResolver,
  InfrastructureInvestorResolver,
  ResponsibilityResolver,
  PlaceOfResponsibilityResolver,
  PlaceOriginResolver,
  HolderResolver,
  OfficeResolver,
  BasisResolver,
  AuditResolver,
  TransitionResolver,
  LogStatusResolver,
  MutationsResolver,
  ChangesResolver,
  ProgressResolver,
  EnterpriseResolver,
  InvestorAppointmentResolver,
  InvestorMemberResolver,
  InvestorStepResolver,
  PendingRearrangementResolver,
  InvestorMutationsResolver,
  HandoverResolver,
  HandoversOfClusterResolver,
  HandoverRecordResolver,
  HandoverSignatureResolver,
  HandoverItemResolver,
  MissingFileResolver,
  HandoverDiscrepancyResolver,
  HandoverWaitResolver,
  HandoverStepMutations,
  HandoverDecisionMutations,
  ProjectResolver,
  ProjectStepResolver,
  HolidayResolver,
  TaskResolver,
  TaskEscalationResolver,
  ClusterLifeResolver,
  LifecycleStepResolver,
  ClusterNameResolver,
  ProcedureResolver,
  ClusterShareResolver,
  ClusterLifeMutations,
  ClaimResolver,
  ClaimAcceptanceResolver,
  DecisionRuleAnswerResolver,
  DecisionRuleResolver,
  DissolvedIssuerDocumentResolver,
  AmendmentResolver,
  DocumentSubjectResolver,
  ReportResolver,
  ReportingOfficesResolver,
  ReportRecipientResolver,
  ManagedPartResolver,
  UnitNameResolver,
  MatterResolver,
  MatterPlaceResolver,
  MatterStepResolver,
  KnowledgeResolver,
  CoverageResolver,
];
