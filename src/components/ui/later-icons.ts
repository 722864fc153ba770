import { svg } from 'lit';
import type { Icon } from './icon.js';

export const faceIcon: Icon = () =>
  svg`<path d="M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M9 9.5v1M15 9.5v1M12 9.5v3h-.8M9 15.2c1.8 1.4 4.2 1.4 6 0"/>`;
export const fingerprintIcon: Icon = () =>
  svg`<path d="M6 18.5c1-2 1.4-4.2 1.4-6.5a4.6 4.6 0 0 1 9.2 0c0 2.6-.4 5.2-1.3 7.6M12 12c0 3.2-.6 6-1.9 8.6M4.2 14.2c.2-.7.3-1.4.3-2.2A7.5 7.5 0 0 1 12 4.5c3 0 5.6 1.7 6.8 4.3M19.4 12.5c0 1.4-.1 2.7-.4 4"/>`;
export const keypadIcon: Icon = () =>
  svg`<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M8.5 8.5h.01M12 8.5h.01M15.5 8.5h.01M8.5 12h.01M12 12h.01M15.5 12h.01M8.5 15.5h.01M12 15.5h.01M15.5 15.5h.01"/>`;
export const shieldIcon: Icon = () =>
  svg`<path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.6 7 9 4.1-1.4 7-4.7 7-9V6l-7-2.5Z"/><path d="m9 12 2.2 2.2L15.2 10"/>`;
export const phoneIcon: Icon = () =>
  svg`<rect x="6.5" y="2.75" width="11" height="18.5" rx="2.5"/><path d="M11 18.3h2"/>`;
export const mailIcon: Icon = () =>
  svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m3.5 7.5 8.5 6 8.5-6"/>`;
export const checkIcon: Icon = () => svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`;
export const clockIcon: Icon = () => svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`;
export const wrenchIcon: Icon = () =>
  svg`<path d="M14.5 6.5a4 4 0 0 1 5-1l-2.7 2.7 1 1 2.7-2.7a4 4 0 0 1-5.4 5L9 17.6a2 2 0 1 1-2.8-2.8l6.2-6.2a4 4 0 0 1 2.1-2.1Z"/>`;
/** Leads to another page. */
export const openIcon: Icon = () => svg`<path d="M8 16 16.5 7.5M9.5 7h7.5v7.5"/>`;
export const trashIcon: Icon = () =>
  svg`<path d="M4.5 7h15M10 11v5.5M14 11v5.5M6.5 7l.8 11.2a1.5 1.5 0 0 0 1.5 1.3h6.4a1.5 1.5 0 0 0 1.5-1.3L17.5 7M9 7V5.2A1.2 1.2 0 0 1 10.2 4h3.6A1.2 1.2 0 0 1 15 5.2V7"/>`;
