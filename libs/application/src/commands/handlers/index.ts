import { EndActHandler, ExtendActHandler, RegisterActHandler } from './acts.js';
import { RegisterClusterHandler } from './register-cluster.js';
import {
  CorrectReassignmentHandler,
  NameLeadHandler,
  PlaceClusterHandler,
  ReassignHandler,
} from './responsibilities.js';

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
];
