/** Names under which the composition root provides what the handlers need. */
export const CLOCK = Symbol('Clock');
export const EVENT_LOG = Symbol('EventLog');
export const READ_MODEL = Symbol('ReadModel');
export const REPLICA = Symbol('Replica');
/** All of them together, with the provincial lead rules: what command handlers work with. */
export const COMMAND_PORTS = Symbol('CommandPorts');
