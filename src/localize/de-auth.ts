import type { AreaCatalogue } from './messages.js';

/** German of the auth process. */
export const deAuth: AreaCatalogue<'auth'> = {
  'field.phone': 'Telefonnummer',
  'field.fullName': 'Vor- und Nachname',
  'field.phoneHint': 'Mit Ländervorwahl, zum Beispiel +49 30 901820',
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
  'passkeyAppend.headingSignup': 'Erstelle deinen Passkey',
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
  'conditionalUiCompleted.heading': 'Du wirst angemeldet',
  'conditionalUiCompleted.lead': 'Dein Passkey wurde angenommen. Es dauert nur einen Moment.',
  'alternative.login-init': 'Stattdessen anmelden',
  'alternative.signup-init': 'Stattdessen Konto erstellen',
  'alternative.email-verify': 'Code per E-Mail',
  'alternative.email-link': 'Link per E-Mail',
  'alternative.phone-verify': 'Code per SMS',
  'alternative.completed': 'Vielleicht später',
  'alternative.passkey-verify': 'Passkey verwenden',
  'alternative.passkey-append': 'Passkey erstellen',
  'alternative.other': 'Auf andere Weise weitermachen',
  'expired.heading': 'Das hat etwas gedauert',
  'expired.lead':
    'Zu deiner Sicherheit haben wir nicht länger gewartet. Beginne neu und mach dort weiter, wo du warst.',
  'noPasskeySupport.heading': 'Passkeys funktionieren hier nicht',
  'noPasskeySupport.lead':
    'Dieser Browser kann keine Passkeys verwenden. Öffne die Seite in einem aktuellen Browser, um weiterzumachen.',
  'leaveSignup.heading': 'Kontoerstellung abbrechen?',
  'leaveSignup.lead': 'Deine bisherigen Angaben gehen dabei verloren.',
  'leaveSignup.leadPasskey':
    'Deine bisherigen Angaben gehen dabei verloren. Der Passkey, den du erstellt hast, funktioniert ohne Konto nicht: Du kannst ihn dort löschen, wo deine Passkeys gespeichert sind.',
  'leaveSignup.stay': 'Weitermachen',
  'leaveSignup.leave': 'Abbrechen und zurückgehen',
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
