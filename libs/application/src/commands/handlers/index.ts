import { AcceptClaimHandler, RecordClaimHandler } from './claims.js';
import { EndActHandler, ExtendActHandler, RegisterActHandler } from './acts.js';
import { IdentifyIssuerHandler } from './documents.js';
import { DeclareHolidayHandler } from './holidays.js';
import {
  AcceptMatterHandler,
  AdvanceMatterHandler,
  CloseMatterHandler,
  CoordinateMatterHandler,
  RecordMatterHandler,
  TakeOverMatterHandler,
} from './matters.js';
import { RegisterEnterpriseHandler } from './enterprises.js';
import {
  AdvanceInvestorHandler,
  AppointInvestorHandler,
  CorrectInvestorHandler,
  EndInvestorHandler,
  RearrangeInvestorHandler,
  ReplaceInvestorHandler,
} from './investors.js';
import { HANDOVER_HANDLERS } from './handovers.js';
import { AdvanceProjectHandler, RegisterProjectHandler } from './projects.js';
import {
  AdjustClusterHandler,
  AdvanceClusterHandler,
  RecordPhasesHandler,
  RecordSharesHandler,
} from './clusters.js';
import { RearrangeCentreHandler, RegisterOrganisationHandler } from './organisations.js';
import { AdvanceSchemeHandler, ChangeSchemePartyHandler, RegisterSchemeHandler } from './schemes.js';
import { RegisterClusterHandler } from './register-cluster.js';
import { SubmitReportHandler } from './reports.js';
import {
  CorrectReassignmentHandler,
  NameLeadHandler,
  PlaceClusterHandler,
  ReassignHandler,
} from './responsibilities.js';
import { DecideRuleHandler } from './rules.js';

/** One by one, for whoever runs a command without a bus. */
export { RearrangeCentreHandler };
export { EndActHandler, ExtendActHandler, RegisterActHandler, RegisterClusterHandler };
export { RearrangeInvestorHandler };
export { CorrectReassignmentHandler, NameLeadHandler, PlaceClusterHandler, ReassignHandler };
export { AdjustClusterHandler, AdvanceClusterHandler, RecordPhasesHandler, RecordSharesHandler };

/** Every command handler, for the composition root. */
export const COMMAND_HANDLERS = [
  RegisterActHandler,
  EndActHandler,
  ExtendActHandler,
  RegisterClusterHandler,
  PlaceClusterHandler,
  NameLeadHandler,
  ReassignHandler,
  CorrectReassignmentHandler,
  DeclareHolidayHandler,
  RegisterProjectHandler,
  AdvanceProjectHandler,
  RegisterOrganisationHandler,
  RearrangeCentreHandler,
  RegisterSchemeHandler,
  AdvanceSchemeHandler,
  ChangeSchemePartyHandler,
  ...HANDOVER_HANDLERS,
  AdvanceClusterHandler,
  AdjustClusterHandler,
  RecordPhasesHandler,
  RecordSharesHandler,
  RecordClaimHandler,
  AcceptClaimHandler,
  DecideRuleHandler,
  IdentifyIssuerHandler,
  SubmitReportHandler,
  RecordMatterHandler,
  TakeOverMatterHandler,
  CoordinateMatterHandler,
  AcceptMatterHandler,
  AdvanceMatterHandler,
  CloseMatterHandler,
  RegisterEnterpriseHandler,
  AdvanceInvestorHandler,
  AppointInvestorHandler,
  ReplaceInvestorHandler,
  RearrangeInvestorHandler,
  CorrectInvestorHandler,
  EndInvestorHandler,
];
