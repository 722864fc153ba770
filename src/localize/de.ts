import type { MessageCatalogue } from './messages.js';

/** German. */
export const de: MessageCatalogue = {
  'common.continue': 'Weiter',
  'common.tryAgain': 'Erneut versuchen',
  'common.back': 'Zurück',
  'common.change': 'Ändern',
  'common.notYou': 'Nicht du?',
  'common.startAgain': 'Neu beginnen',
  'common.or': 'oder',
  'common.yourSite': 'dieser Seite',
  'common.badge': 'Gesichert durch Corbado',

  'field.email': 'E-Mail',
  'field.username': 'Benutzername',
  'field.phone': 'Telefonnummer',
  'field.emailOrUsername': 'E-Mail oder Benutzername',
  'field.fullName': 'Vor- und Nachname',
  'field.phoneHint': 'Mit Ländervorwahl, zum Beispiel +49 30 901820',

  'busy.working': 'Wird bearbeitet …',
  'busy.still': 'Es dauert länger als gewöhnlich. Bitte noch etwas Geduld.',
  'busy.passkey': 'Warten auf deinen Passkey …',

  'loginInit.heading': 'Willkommen zurück',
  'loginInit.lead': 'Bei {app} anmelden',
  'loginInit.passkey': 'Mit Passkey anmelden',
  'loginInit.usePhone': 'Stattdessen Telefonnummer verwenden',
  'loginInit.useEmail': 'Stattdessen E-Mail verwenden',
  'loginInit.useUsername': 'Stattdessen Benutzernamen verwenden',
  'loginInit.useEmailOrUsername': 'Stattdessen E-Mail oder Benutzernamen verwenden',
  'loginInit.lastIdentifier': 'Weiter mit deinem Passkey',
  'loginInit.switchAccount': 'Anderes Konto verwenden',
  'loginInit.signupQuestion': 'Neu bei {app}?',
  'loginInit.signup': 'Konto erstellen',

  'signupInit.heading': 'Erstelle dein Konto',
  'signupInit.lead': 'Das dauert weniger als eine Minute.',
  'signupInit.loginQuestion': 'Du hast schon ein Konto?',
  'signupInit.login': 'Anmelden',

  'passkeyAppend.heading': 'Melde dich künftig schneller an',
  'passkeyAppend.headingSignup': 'Erstelle deinen Passkey',
  'passkeyAppend.lead':
    'Ein Passkey ersetzt dein Passwort: Du meldest dich so an, wie du dieses Gerät entsperrst.',
  'passkeyAppend.unlock': 'Gesicht, Finger oder Bildschirmsperre',
  'passkeyAppend.unlock.apple': 'Face ID, Touch ID oder dein Code',
  'passkeyAppend.unlock.android': 'Fingerabdruck, Gesicht oder Bildschirmsperre',
  'passkeyAppend.unlock.windows': 'Windows Hello: Gesicht, Fingerabdruck oder PIN',
  'passkeyAppend.unlockText': 'Nichts merken, nichts tippen.',
  'passkeyAppend.safe': 'Nicht zu erraten und nicht zu stehlen',
  'passkeyAppend.safeText': 'Dein Passkey funktioniert nur bei {app}.',
  'passkeyAppend.create': 'Passkey erstellen',
  'passkeyAppend.hybrid.heading': 'Passkey auf diesem Gerät anlegen',
  'passkeyAppend.hybrid.lead':
    'Du hast dich eben mit einem anderen Gerät angemeldet. Mit einem Passkey hier brauchst du es nächstes Mal nicht.',
  'passkeyAppend.error.heading': 'Probleme mit deinem Passkey?',
  'passkeyAppend.error.lead':
    'Ein neuer Passkey auf diesem Gerät ist in Sekunden erstellt und funktioniert sofort.',
  'passkeyAppend.noCredential.heading': 'Erstelle einen Passkey für dieses Gerät',
  'passkeyAppend.noCredential.lead':
    'Für dein Konto gibt es hier noch keinen Passkey. Erstelle einen und melde dich so an, wie du dieses Gerät entsperrst.',
  'passkeyAppend.optOut': 'Nicht mehr fragen',
  'edit.email': 'E-Mail ändern',
  'edit.phone': 'Telefonnummer ändern',
  'edit.username': 'Benutzernamen ändern',
  'passkeyAppend.edit.lead': 'Dein Passkey wird für dieses Konto erstellt.',
  'passkeyAppend.edit.save': 'Speichern',

  'passkeyVerify.heading': 'Bestätige, dass du es bist',
  'passkeyVerify.lead': 'Folge dem Hinweis deines Browsers, um deinen Passkey zu verwenden.',
  'passkeyVerify.start': 'Weiter mit deinem Passkey',
  'passkeyVerify.hybrid.heading': 'Nimm dein Telefon',
  'passkeyVerify.hybrid.lead':
    'Dein Passkey liegt auf einem anderen Gerät. Dein Browser zeigt einen QR-Code: Scanne ihn mit diesem Gerät.',
  'passkeyVerify.hybrid.start': 'QR-Code anzeigen',
  'passkeyVerify.soft.heading': 'Versuchen wir es noch einmal',
  'passkeyVerify.soft.lead': 'Bestätige mit deinem Passkey, dass du es bist.',
  'passkeyVerify.hard.heading': 'Dein Passkey hat nicht funktioniert',
  'passkeyVerify.hard.lead': 'Du kannst es noch einmal versuchen oder anders weitermachen.',
  'passkeyVerify.otherAccount': 'Anderes Konto verwenden',

  'phone.country': 'Land: {country}, {code}',
  'phone.countries': 'Länder',
  'phone.search': 'Land suchen',
  'phone.searchHint': 'Land oder Vorwahl',
  'phone.noCountry':
    'Kein Land gefunden. Prüfe die Schreibweise oder gib die Nummer mit + und Ländervorwahl ein.',
  'phone.example': 'Zum Beispiel {example}',
  'social.continueWith': 'Weiter mit {provider}',
  'socialVerify.heading': 'Schließe die Anmeldung ab',
  'socialVerify.lead': 'Bestätige beim gewählten Anbieter, dass du es bist, und komm dann hierher zurück.',
  'socialVerify.waiting': 'Warten auf den Anbieter …',
  'socialVerify.leave': 'Anders anmelden',
  'socialVerify.over.heading': 'Du bist noch nicht angemeldet',

  'passkeyAppended.heading': 'Passkey erstellt',
  'passkeyAppended.lead': 'Melde dich nächstes Mal so an, wie du dieses Gerät entsperrst.',
  'passkeyAppended.savedIn': 'Gespeichert in {authenticator}.',

  'conditionalUiCompleted.heading': 'Du wirst angemeldet',
  'conditionalUiCompleted.lead': 'Dein Passkey wurde angenommen. Es dauert nur einen Moment.',

  'completed.heading': 'Du bist angemeldet',
  'completed.lead': 'Einen Moment, es geht gleich weiter.',
  'completed.leadDone': 'Du kannst diese Seite schließen oder weitermachen.',
  'completed.failed':
    'Du bist angemeldet, aber diese Seite konnte den Vorgang nicht abschließen. Bitte versuche es erneut.',

  'alternative.login-init': 'Stattdessen anmelden',
  'alternative.signup-init': 'Stattdessen Konto erstellen',
  'alternative.email-verify': 'Code per E-Mail',
  'alternative.email-link': 'Link per E-Mail',
  'alternative.phone-verify': 'Code per SMS',
  'alternative.completed': 'Vielleicht später',
  'alternative.passkey-verify': 'Passkey verwenden',
  'alternative.passkey-append': 'Passkey erstellen',
  'alternative.other': 'Auf andere Weise weitermachen',

  'loading.label': 'Wird geladen',
  'clientError.heading': 'Etwas ist schiefgegangen',
  'clientError.lead': 'Es ist nichts verloren. Bitte versuche es erneut.',
  'expired.heading': 'Das hat etwas gedauert',
  'expired.lead':
    'Zu deiner Sicherheit haben wir nicht länger gewartet. Beginne neu und mach dort weiter, wo du warst.',
  'unknown.heading': 'Dieser Schritt braucht ein Update',
  'unknown.lead': 'Diese Seite kann den nächsten Schritt noch nicht anzeigen.',
  'noPasskeySupport.heading': 'Passkeys funktionieren hier nicht',
  'noPasskeySupport.lead':
    'Dieser Browser kann keine Passkeys verwenden. Öffne die Seite in einem aktuellen Browser, um weiterzumachen.',
  'notSecure.lead': 'Passkeys brauchen eine sichere Seite (https), die zu dieser Website gehört.',
  'developerError.heading': 'Diese Anmeldung ist noch nicht eingerichtet',
  'developerError.lead': 'Für die Entwicklung dieser Seite:',
  'leaveSignup.heading': 'Kontoerstellung abbrechen?',
  'leaveSignup.lead': 'Deine bisherigen Angaben gehen dabei verloren.',
  'leaveSignup.stay': 'Weitermachen',
  'leaveSignup.leave': 'Abbrechen und zurückgehen',

  'ceremony.cancelled':
    'Die Passkey-Abfrage wurde geschlossen, bevor sie fertig war. Es hat sich nichts geändert.',
  'ceremony.no-credential': 'Hier konnten wir keinen Passkey verwenden. Bitte versuche es erneut.',
  'ceremony.timed-out':
    'Das hat zu lange gedauert, deshalb wurde die Abfrage geschlossen. Es hat sich nichts geändert.',
  'ceremony.busy':
    'Eine andere Passkey-Abfrage ist offen. Schließe sie oder lade die Seite neu und versuche es dann erneut.',
  'ceremony.failed':
    'Dein Gerät konnte den Vorgang nicht beenden. Es hat sich nichts geändert. Bitte versuche es erneut.',
  'ceremony.not-secure': 'Passkeys brauchen eine sichere Seite (https), die zu dieser Website gehört.',
  'ceremony.unsupported': 'Dieser Browser kann hier keine Passkeys verwenden.',
  'ceremony.already-registered': 'Dieses Gerät hat schon einen Passkey für dein Konto.',

  'request.offline': 'Du scheinst offline zu sein. Prüfe deine Verbindung.',
  'request.network': 'Wir konnten uns mit {app} nicht verbinden. Prüfe deine Verbindung.',
  'request.timeout': 'Die Antwort von {app} hat zu lange gedauert.',
  'request.busy': 'Bei {app} ist gerade viel los. Warte einen Moment und versuche es dann erneut.',
  'request.kept': 'Deine Eingaben sind noch da.',
  'request.failed': 'Das ging bei {app} gerade nicht.',

  'errors.unknown': 'Das hat nicht geklappt. Prüfe deine Eingaben und versuche es erneut.',
  'errors.unknown.social':
    'Die Anmeldung bei diesem Anbieter hat nicht geklappt. Versuche es erneut oder mach anders weiter.',
  'errors.social_cancelled':
    'Du bist zurückgekommen, ohne dich dort anzumelden. Es hat sich nichts geändert.',
  'errors.social_account_not_linked':
    'Mit dieser E-Mail gibt es schon ein Konto. Melde dich damit so an wie bisher.',
  'errors.missing_identifier_type': 'Bitte ausfüllen.',
  'errors.missing_identifier_type.email': 'Gib deine E-Mail-Adresse ein.',
  'errors.missing_identifier_type.phone': 'Gib deine Telefonnummer ein.',
  'errors.missing_identifier_type.username': 'Wähle einen Benutzernamen.',
  'errors.identifier_already_in_use': 'Das ist schon vergeben.',
  'errors.identifier_already_in_use.email':
    'Mit dieser E-Mail gibt es schon ein Konto. Melde dich an oder nimm eine andere E-Mail.',
  'errors.identifier_already_in_use.phone':
    'Mit dieser Nummer gibt es schon ein Konto. Melde dich an oder nimm eine andere Nummer.',
  'errors.identifier_already_in_use.username': 'Dieser Benutzername ist vergeben. Versuche einen anderen.',
  'errors.identifier_invalid_format': 'Das sieht nicht richtig aus. Prüfe es und versuche es erneut.',
  'errors.identifier_invalid_format.email': 'Gib eine E-Mail-Adresse wie name@beispiel.de ein.',
  'errors.identifier_invalid_format.phone':
    'Das sieht nicht nach einer Telefonnummer aus. Beginne mit + und der Ländervorwahl.',
  'errors.identifier_invalid_format.username':
    'Verwende Buchstaben, Ziffern, Punkte, Binde- und Unterstriche, mindestens drei davon.',
  'errors.missing_full_name': 'Gib deinen Namen ein.',
  'errors.login_identifier_unknown_user':
    'Dazu haben wir kein Konto gefunden. Prüfe deine Eingabe auf Tippfehler.',
  'errors.login_identifier_unknown_user.email':
    'Mit dieser E-Mail haben wir kein Konto gefunden. Prüfe sie auf Tippfehler.',
  'errors.login_identifier_unknown_user.phone':
    'Mit dieser Nummer haben wir kein Konto gefunden. Prüfe sie auf Tippfehler.',
  'errors.login_identifier_unknown_user.username':
    'Mit diesem Benutzernamen haben wir kein Konto gefunden. Prüfe ihn auf Tippfehler.',
  'errors.identifier_not_allowed': 'Damit kannst du dich hier nicht anmelden. Versuche eine andere Angabe.',
  'errors.invalid_conditional_ui_login':
    'Dieser Passkey funktioniert hier nicht mehr. Wähle einen anderen oder gib deine Daten ein.',
  'errors.invalid_passkey': 'Dein Passkey konnte nicht geprüft werden. Bitte versuche es erneut.',
  'errors.signup_not_allowed':
    'Hier können keine neuen Konten erstellt werden. Melde dich mit einem bestehenden an.',
  'errors.no_fallback_available':
    'Für dieses Konto gibt es keinen Passkey und keinen anderen Weg. Wende dich an den Support der Seite.',
  'errors.enter_identifier': 'Fülle das Feld aus, um weiterzumachen.',

  'verify.email.heading': 'Sieh in deine E-Mails',
  'verify.phone.heading': 'Sieh in deine Nachrichten',
  'verify.code.lead': 'Dein 6-stelliger Code ging an',
  'verify.link.lead': 'Dein Link ging an',
  'verify.code.leadUnknown': 'Wir haben dir einen 6-stelligen Code geschickt.',
  'verify.link.leadUnknown': 'Wir haben dir einen Link geschickt.',
  'verify.afterLogin': 'Noch ein Schritt, damit dein Konto sicher bleibt.',
  'verify.code.label': 'Code',
  'verify.code.submit': 'Bestätigen',
  'verify.link.hint':
    'Öffne den Link auf diesem oder einem anderen Gerät. Hier geht es dann von selbst weiter.',
  'verify.link.waiting': 'Warten, bis du den Link öffnest …',
  'verify.openMailbox': '{mailbox} öffnen',
  'verify.resendIn.code': 'Kein Code? Sieh im Spam-Ordner nach oder fordere in {time} einen neuen an.',
  'verify.resendIn.link': 'Kein Link? Sieh im Spam-Ordner nach oder fordere in {time} einen neuen an.',
  'verify.resendIn.phone': 'Kein Code? In {time} kannst du einen neuen anfordern.',
  'verify.resend.code': 'Neuen Code schicken',
  'verify.resend.link': 'Neuen Link schicken',
  'verify.resent.code': 'Ein neuer Code ist unterwegs. Nimm den, der zuletzt kam.',
  'verify.resent.link': 'Ein neuer Link ist unterwegs. Nimm den, der zuletzt kam.',
  'verify.method.email-otp': 'Code per E-Mail',
  'verify.method.email-link': 'Link per E-Mail',
  'verify.method.phone-otp': 'Code per SMS',
  'verify.edit.lead.code': 'Wir schicken einen neuen Code dorthin.',
  'verify.edit.lead.link': 'Wir schicken einen neuen Link dorthin.',
  'verify.edit.save': 'Speichern und senden',
  'verify.linkFailed.heading': 'Dieser Link gilt nicht mehr',
  'verify.linkFailed.lead':
    'Er wurde schon benutzt, ist abgelaufen oder durch einen neueren ersetzt. Geh zur Seite zurück, auf der du begonnen hast, oder beginne neu.',
  'continueElsewhere.email-link-verified.heading': 'E-Mail bestätigt',
  'continueElsewhere.email-link-verified.lead':
    'Auf deiner anderen Seite geht es von selbst weiter. Diese hier kannst du schließen.',
  'continueElsewhere.process-already-completed.heading': 'Schon erledigt',
  'continueElsewhere.process-already-completed.lead':
    'Du hast das auf einer anderen Seite oder einem anderen Gerät abgeschlossen. Diese Seite kannst du schließen.',
  'errors.code_missing': 'Gib die 6 Ziffern des Codes ein.',
  'errors.invalid_challenge_solution_email-otp':
    'Dieser Code stimmt nicht. Prüfe ihn oder fordere einen neuen an, wenn er alt ist.',
  'errors.invalid_challenge_solution_phone-otp':
    'Dieser Code stimmt nicht. Prüfe ihn oder fordere einen neuen an, wenn er alt ist.',
  'errors.invalid_challenge_solution_email-link': 'Dieser Link gilt nicht mehr.',
  'errors.too_many_attempts': 'Zu viele Versuche. Fordere einen neuen Code an, um weiterzumachen.',
  'errors.too_many_codes':
    'Wir haben schon viele Codes geschickt. Nimm den letzten oder warte, bevor du einen neuen anforderst.',
};
