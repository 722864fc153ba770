import type { AreaCatalogue } from './messages.js';

/** German of the Connect elements. */
export const deConnect: AreaCatalogue<'connect'> = {
  'connectLogin.heading': 'Anmelden',
  'connectLogin.identifier': 'E-Mail',
  'connectLogin.passkey': 'Mit Passkey anmelden',
  'connectLogin.noPasskeyHere':
    'Auf diesem Gerät gibt es keinen Passkey. Gib deine Daten ein, um weiterzumachen.',
  'connectLogin.unknownUser': 'Mit dieser E-Mail haben wir kein Konto gefunden. Prüfe sie auf Tippfehler.',
  'connectLogin.oneTap.heading': 'Willkommen zurück',
  'connectLogin.oneTap.lead': 'Melde dich so an, wie du dieses Gerät entsperrst.',
  'connectLogin.oneTap.start': 'Weiter mit deinem Passkey',
  'connectLogin.switchAccount': 'Anderes Konto verwenden',
  'connectLogin.hybrid.heading': 'Nimm dein Telefon',
  'connectLogin.hybrid.lead':
    'Dein Passkey liegt auf einem anderen Gerät. Dein Browser zeigt einen QR-Code: Scanne ihn mit diesem Gerät.',
  'connectLogin.hybrid.start': 'QR-Code anzeigen',
  'connectLogin.soft.heading': 'Bestätige, dass du es bist',
  'connectLogin.soft.lead': 'Melde dich so an, wie du dieses Gerät entsperrst, oder nimm dein Passwort.',
  'connectLogin.hard.heading': 'Dein Passkey hat nicht funktioniert',
  'connectLogin.hard.lead': 'Du kannst es noch einmal versuchen oder dich anders anmelden.',
  'connectLogin.ownLogin': 'Anders anmelden',
  'connectLogin.helpQuestion': 'Probleme beim Anmelden?',
  'connectLogin.help': 'Hilfe erhalten',
  'connectLogin.fallback.failed': 'Die Anmeldung mit Passkey hat nicht geklappt. Bitte melde dich anders an.',
  'connectLogin.fallback.deleted': 'Dieser Passkey funktioniert hier nicht mehr. Bitte melde dich anders an.',
  'connectLogin.fallback.otherAccount':
    'Dieser Passkey gehört zu einem Konto bei {account}. Versuche es mit deinem Passkey für {own} oder melde dich anders an.',
  'connectAppend.skip': 'Vielleicht später',
  'connectAppend.learnMore': 'Was ist ein Passkey?',
  'connectAppend.how': 'So funktioniert es',
  'connectAppend.howText':
    'Dein Gerät bewahrt einen Schlüssel auf, den nur diese Seite verwenden kann. Zum Anmelden entsperrst du dein Gerät, mehr nicht.',
  'connectAppend.where': 'Wo er liegt',
  'connectAppend.whereText':
    'Auf diesem Gerät oder in deinem Passwortmanager. Dein Gesicht, dein Finger oder deine PIN verlässt das Gerät nie.',
  'connectAppend.before': 'Was bleibt, wie es ist',
  'connectAppend.beforeText': 'Du kannst dich weiterhin so anmelden wie bisher.',
  'secondFactor.heading': 'Bestätige, dass du es bist',
  'secondFactor.lead':
    'Verwende deinen Passkey so, wie du dieses Gerät entsperrst, oder wähle einen anderen Weg.',
  'secondFactor.start': 'Mit deinem Passkey bestätigen',
  'secondFactor.other': 'Anderen Weg wählen',
};
