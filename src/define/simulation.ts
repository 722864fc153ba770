// For support and catalogues: has the Connect elements of the page act out what `?cbo-situation=` names. Without this
// import the parameter means nothing. Import it before, or together with, the elements.
import { simulated } from '../process/connect/simulation.js';
import { simulationOf } from '../process/connect/situations.js';

// A server has no address to read.
if (globalThis.location) simulated.present = simulationOf(location.href);
