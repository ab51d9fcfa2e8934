import type { CommandPorts } from '#application';
import { playCalendar } from './calendar.js';
import { playClaims } from './claims.js';
import { playClusters } from './clusters.js';
import { playMatters } from './matters.js';
import { playInvestors } from './investors.js';
import { playDocuments } from './documents.js';
import { playHandovers } from './handovers.js';
import { playProjects } from './projects.js';
import { playReports } from './reports.js';
import { playRules } from './rules.js';
import { playSchemes } from './schemes.js';
import { Stage, type Scene } from './scene.js';

/** The scenes of all concepts, each after those whose subjects it needs. */
const SCENES: Readonly<Record<string, Scene>> = {
  clusters: playClusters,
  claims: playClaims,
  projects: playProjects,
  schemes: playSchemes,
  matters: playMatters,
  investors: playInvestors,
  rules: playRules,
  documents: playDocuments,
  reports: playReports,
  handovers: playHandovers,
  calendar: playCalendar,
};

/** Plays all of them over a register with the national data. */
export async function playScenes(ports: CommandPorts): Promise<void> {
  for (const [name, play] of Object.entries(SCENES)) await play(new Stage(ports, name));
}
